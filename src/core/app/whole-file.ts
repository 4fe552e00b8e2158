import * as fs from 'node:fs';
import * as path from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { mediumOf, onMedium } from '#core/vault/medium';

const OWN_MODE = 0o600;

export type WholeFileOptions = {
  /** Replaces a file that is there. */
  readonly force: boolean;
  /** Called when every byte is on the disk, before the file gets its name. */
  readonly beforeNaming?: (written: WrittenFile) => void;
};

/** A file as it was written. */
export type WrittenFile = {
  readonly place: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
};

/** Throws `input/exists` where the file is there and may not be replaced. */
export function assertFree(file: string, force: boolean): void {
  if (!force && fs.existsSync(file)) throw new AppError('input/exists', { file });
}

async function writeAll(fd: number, source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  fs.fsyncSync(fd);
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Gives the file its name: by a link where nothing may be replaced, because a rename would replace. */
function name(part: string, file: string, force: boolean): void {
  if (force) {
    fs.renameSync(part, file);
    return;
  }
  try {
    fs.linkSync(part, file);
    fs.unlinkSync(part);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new AppError('input/exists', { file }, error);
    }
    // A medium without links (FAT): what is left is to look again.
    assertFree(file, force);
    fs.renameSync(part, file);
  }
}

/**
 * Writes a file that is there whole or not at all: under another name first,
 * mode 0600, named only when `source` ended well and every byte is on the disk.
 * Answers its size and its hash. Throws `disk/gone` where its medium went away meanwhile.
 */
export async function writeWholeFile(
  file: string,
  source: AsyncIterable<Uint8Array>,
  { force, beforeNaming }: WholeFileOptions,
): Promise<WrittenFile> {
  assertFree(file, force);
  const dir = path.dirname(path.resolve(file));
  const medium = mediumOf(dir);
  const part = path.join(dir, `.${randomUUID()}.part`);
  let fd: number;
  try {
    fd = fs.openSync(part, 'wx', OWN_MODE);
  } catch (cause) {
    throw new AppError('input/file', { file }, cause);
  }
  return onMedium(dir, async () => {
    try {
      const bytes = await writeAll(fd, source).finally(() => {
        fs.closeSync(fd);
      });
      const written = { place: file, ...bytes };
      beforeNaming?.(written);
      name(part, file, force);
      return written;
    } catch (error) {
      if (!medium.isGone()) fs.rmSync(part, { force: true });
      throw error;
    }
  });
}
