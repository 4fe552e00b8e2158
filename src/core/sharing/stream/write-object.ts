import * as fs from 'node:fs';
import * as path from 'node:path';
import { once } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { hasher } from '#core/vault/sodium';
import { FILE_MODE, syncFolder } from '#core/vault/durable';
import { mediumOf } from '#core/vault/medium';
import { sealOuter, type Lock } from '../bundle/outer';
import { writePieces, type Piece } from './containers';
import { newId, OBJECT, partOf, PIECE } from './names';

/** Bytes that lie in the folder, whole and durable, under names that nobody reads yet. */
export type Written = {
  /** Names they will have; the one that is opened comes last. */
  readonly names: readonly string[];
  /** Gives them their names. */
  name(): void;
  /** Removes them. */
  drop(): void;
};

export type WriteOptions = {
  readonly dir: string;
  readonly random: Random;
  /** For whom; the list of pieces is sealed for them too. */
  readonly lock: Lock;
  readonly partBytes: number;
  readonly onBytes?: (bytes: number) => void;
};

/** Gives what was written its names, the one that is opened last. What has its name already keeps it. */
export function nameParts(dir: string, names: readonly string[]): void {
  for (const name of names) {
    const part = path.join(dir, partOf(name));
    if (fs.existsSync(part)) fs.renameSync(part, path.join(dir, name));
  }
  syncFolder(dir);
}

export function removeParts(dir: string, names: readonly string[]): void {
  // The one that is opened goes first: nobody looks for pieces that are gone.
  for (const name of names.toReversed()) {
    fs.rmSync(path.join(dir, name), { force: true });
    fs.rmSync(path.join(dir, partOf(name)), { force: true });
  }
}

function writeFully(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
}

/** Writes bytes into one file after the other, each of at most `partBytes`. */
function pieceWriter({ dir, random, partBytes }: WriteOptions) {
  const pieces: Piece[] = [];
  let open:
    { fd: number; id: string; digest: ReturnType<typeof hasher>; length: number } | undefined;
  const begin = () => {
    const id = newId(random);
    const file = path.join(dir, partOf(id + PIECE));
    open = { fd: fs.openSync(file, 'wx', FILE_MODE), id, digest: hasher(), length: 0 };
    return open;
  };
  const close = (): void => {
    if (open === undefined) return;
    const { fd, id, digest, length } = open;
    open = undefined;
    pieces.push({ id, length, b2: digest.end() });
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  };
  return {
    add: (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length;) {
        const now = open ?? begin();
        const some = bytes.subarray(at, at + partBytes - now.length);
        writeFully(now.fd, some);
        now.digest.add(some);
        now.length += some.length;
        at += some.length;
        if (now.length === partBytes) close();
      }
    },
    close,
    pieces,
  };
}

/** Writes the sealed list of the pieces as a file beside them. */
async function writeList(options: WriteOptions, pieces: readonly Piece[]): Promise<string> {
  const { dir, lock, random } = options;
  const name = newId(random) + OBJECT;
  const fd = fs.openSync(path.join(dir, partOf(name)), 'wx', FILE_MODE);
  try {
    for await (const bytes of sealOuter(once(writePieces(pieces)), lock, random))
      writeFully(fd, bytes);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  return name;
}

/**
 * Writes a stream into a folder, cut into pieces where it is longer than `partBytes`. Nothing has a
 * name that anybody reads before `name()`. Throws what the file system throws.
 */
export async function writeObject(
  source: AsyncIterable<Uint8Array>,
  options: WriteOptions,
): Promise<Written> {
  const { dir, onBytes } = options;
  const writer = pieceWriter(options);
  const medium = mediumOf(dir);
  const names = (): string[] => writer.pieces.map(({ id }) => id + PIECE);
  try {
    for await (const bytes of source) {
      writer.add(bytes);
      onBytes?.(bytes.length);
    }
    writer.close();
    const [only, ...more] = writer.pieces;
    const written =
      only !== undefined && more.length === 0
        ? [only.id + OBJECT]
        : [...names(), await writeList(options, writer.pieces)];
    syncFolder(dir);
    return {
      names: written,
      name: () => {
        nameParts(dir, written);
      },
      drop: () => {
        removeParts(dir, written);
      },
    };
  } catch (error) {
    // Where the stick was pulled out there is nothing to take away.
    if (!medium.isGone()) {
      writer.close();
      removeParts(dir, names());
    }
    throw error;
  }
}
