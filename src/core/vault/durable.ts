import { constants } from 'node:fs';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';

export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;

const RETRY_CODES = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RETRIES = 20;
const RETRY_MS = 50;

/** What a file system answers that cannot do it: FAT and exFAT under some drivers. */
const NO_FOLDER_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);

/** Makes the names in a folder durable, where its file system can. Windows has no such call and needs none. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(dir, constants.O_RDONLY);
  try {
    fs.fsyncSync(handle);
  } catch (error) {
    if (!NO_FOLDER_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * Makes a folder, for its owner only, and those above it that are missing. Throws `disk/failed`
 * where no folder can be made; node's own `recursive` never ends where one that is there (`/proc`)
 * says that it is not.
 *
 * @param below a folder that has to be there: the place of a stick that was pulled out is not made anew
 */
export function makeFolders(dir: string, below?: string): void {
  const full = path.resolve(dir);
  if (fs.existsSync(full)) return;
  const parent = path.dirname(full);
  if (below !== undefined && full === path.resolve(below)) throw new AppError('disk/gone');
  if (parent !== full) makeFolders(parent, below);
  try {
    fs.mkdirSync(full, { mode: FOLDER_MODE });
  } catch (error) {
    if (fs.existsSync(full)) return;
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    if (reason === 'ENOSPC' || reason === 'EROFS') throw error;
    throw new AppError('disk/failed', { reason }, error);
  }
}

/** Renames over what is there and makes it durable. On Windows a scanner may hold the file for a moment. */
export function renameDurably(from: string, to: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      fs.renameSync(from, to);
      break;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (process.platform !== 'win32' || !RETRY_CODES.has(code) || attempt >= RETRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
  syncFolder(path.dirname(to));
}

/** Puts whole contents in the place of a file, so that at any moment the old or the new is there. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  fs.rmSync(part, { force: true });
  const handle = fs.openSync(part, 'wx', FILE_MODE);
  try {
    fs.writeFileSync(handle, bytes);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  renameDurably(part, file);
}

/** Bytes of a file, at most one more than `most`; undefined where there is none. */
export function readIfThere(file: string, most: number): Uint8Array | undefined {
  const handle = openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const bytes = new Uint8Array(most + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = fs.readSync(handle, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    fs.closeSync(handle);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return fs.openSync(file, constants.O_RDONLY);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
