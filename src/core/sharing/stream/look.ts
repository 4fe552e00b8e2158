import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError, isAppError } from '#shared/errors/app-error';
import { concatBytes, equalBytes } from '#core/kernel/bytes';
import type { OpenVault } from '#core/vault/ports';
import { hasher } from '#core/vault/sodium';
import { openFront, withOwnKey, type Front } from '../bundle/open';
import { openOuter, type OpenedOuter } from '../bundle/outer';
import {
  MOST_CONTAINER_BYTES,
  PIECES,
  readPieces,
  readReceipts,
  RECEIPTS,
  type Piece,
} from './containers';
import type { Waiting } from './model';
import { isObject, PIECE } from './names';

/** Plain files of a folder with their lengths, by name. */
export type Listing = ReadonlyMap<string, number>;

/** A bundle in the folder, by whatever files it is made of. */
export type FoundBundle = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly front: Front;
  /** Reads all of it from its beginning. */
  bytes(): AsyncGenerator<Uint8Array>;
};

export type Seen = {
  readonly bundles: readonly FoundBundle[];
  /** Receipts, as files. */
  readonly receipts: readonly Uint8Array[];
  readonly waits: readonly Waiting[];
};

const CHUNK_BYTES = 262_144;

/** Throws `folder/unreachable` where the folder is not there or may not be read. */
export function listFolder(dir: string): Listing {
  const listing = new Map<string, number>();
  try {
    for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
      // A link, a device or a pipe may stand for anything; a sync program makes none of them.
      if (!entry.isFile()) continue;
      const stat = fs.statSync(path.join(dir, entry.name), { throwIfNoEntry: false });
      if (stat !== undefined) listing.set(entry.name, stat.size);
    }
  } catch (cause) {
    throw new AppError('folder/unreachable', {}, cause);
  }
  return listing;
}

async function* fileBytes(file: string): AsyncGenerator<Uint8Array> {
  const handle = await fs.promises.open(file, fs.constants.O_RDONLY);
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      yield new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** The pieces of a bundle one after the other, each held against the list. */
async function* pieceBytes(dir: string, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const { id, length, b2 } of pieces) {
    const digest = hasher();
    let left = length;
    for await (const bytes of fileBytes(path.join(dir, id + PIECE))) {
      left -= bytes.length;
      digest.add(bytes);
      yield bytes;
    }
    if (left !== 0 || !equalBytes(digest.end(), b2))
      throw new AppError('bundle/damaged', { reason: 'piece' });
  }
}

/** What stands first inside an age file, with all of it to be read again. */
async function startOf({ header, plain }: OpenedOuter) {
  const rest = plain[Symbol.asyncIterator]();
  let start = new Uint8Array(0);
  while (start.length < RECEIPTS.length) {
    const next = await rest.next();
    if (next.done === true) break;
    start = concatBytes(start, next.value) as Uint8Array<ArrayBuffer>;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start;
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
      yield next.value;
  }
  return { magic: start.subarray(0, RECEIPTS.length), opened: { header, plain: all() } };
}

async function collected(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    length += part.length;
    if (length > MOST_CONTAINER_BYTES) throw new AppError('bundle/limit', { reason: 'container' });
    parts.push(part);
  }
  return concatBytes(...parts);
}

type Inside =
  | { readonly front: Front }
  | { readonly receipts: readonly Uint8Array[] }
  | { readonly pieces: readonly Piece[] };

/** Reads no further than it must to say what a file is. */
function peek(vault: OpenVault, source: AsyncGenerator<Uint8Array>): Promise<Inside> {
  return withOwnKey(vault, undefined, async ({ key, print }): Promise<Inside> => {
    const { magic, opened } = await startOf(await openOuter(source, key));
    if (equalBytes(magic, RECEIPTS))
      return { receipts: readReceipts(await collected(opened.plain)) };
    if (equalBytes(magic, PIECES)) return { pieces: readPieces(await collected(opened.plain)) };
    return { front: (await openFront(opened, print)).front };
  }).finally(() => source.return(undefined));
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Why a file cannot be taken in, by the error that said so. Throws what is of the disk or of ours. */
export function refusalOf(name: string, error: unknown): Waiting {
  if (!isAppError(error)) throw error;
  if (error.code === 'bundle/damaged') return { name, reason: 'arriving' };
  if (error.code === 'bundle/not-for-you') return { name, reason: 'not-for-you' };
  if (error.code === 'bundle/passphrase') return { name, reason: 'by-hand' };
  const isOfBundle = /^(?:bundle|receipt|input)\//u.test(error.code);
  if (!isOfBundle) throw error;
  return { name, reason: 'refused', code: error.code };
}

/** Looks into one file after the other; what is there and what it says of itself. */
export async function lookInto(
  vault: OpenVault,
  dir: string,
  listing: Listing,
  { skip, onFile }: { readonly skip: ReadonlySet<string>; readonly onFile: (n: number) => void },
): Promise<Seen> {
  const bundles: FoundBundle[] = [];
  const receipts: Uint8Array[] = [];
  const waits: Waiting[] = [];
  const ofPieces = (name: string, pieces: readonly Piece[]): Promise<void> | undefined => {
    const isWhole = pieces.every(({ id, length }) => listing.get(id + PIECE) === length);
    if (!isWhole) {
      waits.push({ name, reason: 'arriving' });
      return undefined;
    }
    const sizeBytes = pieces.reduce((sum, { length }) => sum + length, 0);
    return lookAt(name, sizeBytes, () => pieceBytes(dir, pieces));
  };
  const lookAt = async (name: string, sizeBytes: number, bytes: FoundBundle['bytes']) => {
    const inside = await peek(vault, bytes());
    if ('front' in inside) bundles.push({ name, sizeBytes, front: inside.front, bytes });
    else if ('receipts' in inside) receipts.push(...inside.receipts);
    else await ofPieces(name, inside.pieces);
  };
  const names = [...listing.keys()].filter((name) => isObject(name) && !skip.has(name)).sort();
  for (const [at, name] of names.entries()) {
    onFile(at);
    try {
      await lookAt(name, listing.get(name) ?? 0, () => fileBytes(path.join(dir, name)));
    } catch (error) {
      // Somebody took it away in the meantime.
      if (!isGone(error)) waits.push(refusalOf(name, error));
    }
  }
  return { bundles, receipts, waits };
}
