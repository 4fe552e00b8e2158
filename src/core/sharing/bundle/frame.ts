import { AppError } from '#shared/errors/app-error';
import { concatBytes, equalBytes, isZero, u32, utf8 } from '#core/kernel/bytes';
import { padme } from '#core/vault/padme';

const MAGIC = utf8('RHC1');
const SIGNATURE_BYTES = 64;
const FRONT_BYTES = MAGIC.length + 4;
export const MOST_MANIFEST_BYTES = 16 * 1024 * 1024;
const ZEROS = new Uint8Array(65_536);

const damaged = (reason: string): AppError => new AppError('bundle/damaged', { reason });

/** Bytes of a bundle inside, before the zeros. */
const totalOf = (manifestBytes: number, entryBytes: number): number =>
  FRONT_BYTES + manifestBytes + SIGNATURE_BYTES + entryBytes;

/** Writes the inside of a bundle; `entries` must give exactly `entryBytes` bytes. */
export async function* writeFrame(
  manifest: Uint8Array,
  signature: Uint8Array,
  entries: AsyncIterable<Uint8Array>,
  entryBytes: number,
): AsyncGenerator<Uint8Array> {
  yield concatBytes(MAGIC, u32(manifest.length), manifest, signature);
  let written = 0;
  for await (const part of entries) {
    written += part.length;
    yield part;
  }
  if (written !== entryBytes) throw new AppError('input/changed');
  const total = totalOf(manifest.length, entryBytes);
  for (let left = padme(total) - total; left > 0; left -= ZEROS.length)
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}

/** Takes bytes from a stream in the lengths that are asked for. */
function byteReader(source: AsyncIterable<Uint8Array>) {
  const parts = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  const fill = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await parts.next();
      if (next.done === true) return false;
      held = next.value;
    }
    return true;
  };
  const some = async (most: number): Promise<Uint8Array | undefined> => {
    if (!(await fill())) return undefined;
    const part = held.subarray(0, most);
    held = held.subarray(part.length);
    return part;
  };
  return {
    /** At most so many bytes, at least one; undefined at the end. */
    some,
    /** Exactly so many. Throws `bundle/damaged`. */
    exactly: async (length: number): Promise<Uint8Array> => {
      const found: Uint8Array[] = [];
      for (let left = length; left > 0;) {
        const part = await some(left);
        if (part === undefined) throw damaged('short');
        found.push(part);
        left -= part.length;
      }
      return concatBytes(...found);
    },
  };
}

export type Frame = {
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  /** The bytes of the next entry, to be read to their end before the one after it. */
  entry(length: number): AsyncIterable<Uint8Array>;
  /** Reads the zeros and the end; throws `bundle/damaged` where anything else stands there. */
  end(entryBytes: number): Promise<void>;
};

/**
 * Reads the front of the inside of a bundle: manifest and signature, as bytes that nobody has
 * believed yet. Throws `bundle/damaged`, and `bundle/limit` for a manifest of more than 16 MiB.
 */
export async function readFrame(plain: AsyncIterable<Uint8Array>): Promise<Frame> {
  const bytes = byteReader(plain);
  const front = await bytes.exactly(FRONT_BYTES);
  if (!equalBytes(front.subarray(0, MAGIC.length), MAGIC)) throw damaged('magic');
  const length = new DataView(front.buffer, front.byteOffset).getUint32(MAGIC.length, true);
  if (length > MOST_MANIFEST_BYTES) throw new AppError('bundle/limit', { reason: 'manifest' });
  const manifest = await bytes.exactly(length);
  const signature = await bytes.exactly(SIGNATURE_BYTES);
  return {
    manifest,
    signature,
    async *entry(size) {
      for (let left = size; left > 0;) {
        const part = await bytes.some(left);
        if (part === undefined) throw damaged('short');
        left -= part.length;
        yield part;
      }
    },
    end: async (entryBytes) => {
      const total = totalOf(length, entryBytes);
      let padding = padme(total) - total;
      for (let part = await bytes.some(ZEROS.length); part; part = await bytes.some(ZEROS.length)) {
        padding -= part.length;
        if (padding < 0 || !isZero(part)) throw damaged('padding');
      }
      if (padding !== 0) throw damaged('padding');
    },
  };
}
