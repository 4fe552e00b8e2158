import { AppError } from '#shared/errors/app-error';
import { concatBytes, equalBytes, u32, u64, utf8 } from '#core/kernel/bytes';
import { padme } from '#core/vault/padme';
import { idBytes, idText } from './names';

// Two small things that lie in a shared folder beside bundles, each inside an age file of its own:
// receipts, and the list of the pieces of a bundle that was cut (docs/formats.md §15).

export const RECEIPTS = utf8('RHA1');
export const PIECES = utf8('RHP1');
const FRONT_BYTES = 8;
const LEAST_BYTES = 4_096;
export const MOST_CONTAINER_BYTES = 16 * 1024 * 1024;
const MOST_RECEIPTS = 4_096;
const MOST_RECEIPT_BYTES = 16_384;
export const MOST_PIECES = 65_536;
const ENTRY_BYTES = 16 + 8 + 32;

/** A piece of a bundle that was cut: its id, its length and the BLAKE2b of its bytes. */
export type Piece = { readonly id: string; readonly length: number; readonly b2: Uint8Array };

const damaged = (reason: string): AppError => new AppError('bundle/damaged', { reason });
const limit = (reason: string): AppError => new AppError('bundle/limit', { reason });

function padded(magic: Uint8Array, count: number, body: readonly Uint8Array[]): Uint8Array {
  const bytes = concatBytes(magic, u32(count), ...body);
  const out = new Uint8Array(Math.max(LEAST_BYTES, padme(bytes.length)));
  out.set(bytes);
  return out;
}

/** The receipts of one desk, as they lie in the folder. */
export const writeReceipts = (receipts: readonly Uint8Array[]): Uint8Array =>
  padded(
    RECEIPTS,
    receipts.length,
    receipts.flatMap((receipt) => [u32(receipt.length), receipt]),
  );

export function writePieces(pieces: readonly Piece[]): Uint8Array {
  if (pieces.length > MOST_PIECES) throw limit('pieces');
  return padded(
    PIECES,
    pieces.length,
    pieces.flatMap(({ id, length, b2 }) => [idBytes(id), u64(length), b2]),
  );
}

/** Reads what the writers above wrote, field by field; the end must be theirs too. */
function fields(bytes: Uint8Array, magic: Uint8Array) {
  if (bytes.length < FRONT_BYTES || !equalBytes(bytes.subarray(0, 4), magic))
    throw damaged('container');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = FRONT_BYTES;
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw damaged('short');
    at += length;
    return bytes.slice(at - length, at);
  };
  return {
    count: view.getUint32(4, true),
    take,
    takeU32: (): number => {
      take(4);
      return view.getUint32(at - 4, true);
    },
    takeLength: (): number => {
      take(8);
      const value = view.getBigUint64(at - 8, true);
      if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('length');
      return Number(value);
    },
    end: (): void => {
      const whole = Math.max(LEAST_BYTES, padme(at));
      if (bytes.length !== whole || bytes.subarray(at).some((byte) => byte !== 0))
        throw damaged('padding');
    },
  };
}

/** Throws `bundle/damaged`, `bundle/limit`. */
export function readReceipts(bytes: Uint8Array): readonly Uint8Array[] {
  const { count, take, takeU32, end } = fields(bytes, RECEIPTS);
  if (count > MOST_RECEIPTS) throw limit('receipts');
  const receipts = Array.from({ length: count }, () => {
    const length = takeU32();
    if (length > MOST_RECEIPT_BYTES) throw limit('receipt');
    return take(length);
  });
  end();
  return receipts;
}

/** Throws `bundle/damaged`, `bundle/limit`. */
export function readPieces(bytes: Uint8Array): readonly Piece[] {
  const { count, take, takeLength, end } = fields(bytes, PIECES);
  if (count > MOST_PIECES || count * ENTRY_BYTES > bytes.length) throw limit('pieces');
  const pieces = Array.from({ length: count }, (): Piece => {
    const id = idText(take(16));
    return { id, length: takeLength(), b2: take(32) };
  });
  end();
  if (pieces.length === 0) throw damaged('pieces');
  if (new Set(pieces.map(({ id }) => id)).size !== pieces.length) throw damaged('pieces');
  return pieces;
}
