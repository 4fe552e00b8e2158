import { createHash } from 'node:crypto';
import { constants, existsSync, lstatSync, unlinkSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OutsideSeen } from '#shared/domain/outside';
import { AppError } from '#shared/errors/app-error';
import { syncFolder } from '#core/vault/durable';
import type { KnownFile } from './model';

const CHUNK_BYTES = 1024 * 1024;
const GONE = new Set(['ENOENT', 'ENOTDIR']);

type Found = Exclude<OutsideSeen, 'elsewhere'>;
type IsCancelled = () => boolean;

/** Nobody waits for a pipe that was put in the place of a file. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

async function openFile(place: string): Promise<FileHandle | Exclude<Found, 'there'>> {
  try {
    if (!lstatSync(place).isFile()) return 'changed';
    return await open(place, FLAGS);
  } catch (error) {
    const isGone = GONE.has((error as NodeJS.ErrnoException).code ?? '');
    // A stick that is not plugged in takes its folders with it.
    return isGone && existsSync(dirname(place)) ? 'gone' : 'unreachable';
  }
}

/** Undefined where it was broken off. */
async function isSame(
  handle: FileHandle,
  { sha256, sizeBytes }: KnownFile,
  isCancelled: IsCancelled = () => false,
): Promise<boolean | undefined> {
  if ((await handle.stat()).size !== sizeBytes) return false;
  const hash = createHash('sha256');
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (;;) {
    if (isCancelled()) return undefined;
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return hash.digest('hex') === sha256;
    hash.update(chunk.subarray(0, bytesRead));
  }
}

/** Whether a file is still there, byte for byte; undefined where looking was broken off. */
export async function lookAt(
  file: KnownFile,
  isCancelled?: IsCancelled,
): Promise<Found | undefined> {
  const handle = await openFile(file.place);
  if (typeof handle === 'string') return handle;
  try {
    const same = await isSame(handle, file, isCancelled);
    return same === undefined ? undefined : same ? 'there' : 'changed';
  } catch {
    return 'unreachable';
  } finally {
    await handle.close();
  }
}

/**
 * Takes a file away if it is the very one that is known. What was on the medium is not overwritten:
 * an SSD would keep it all the same. Answers whether its bytes have another name on the disk.
 * Throws `outside/changed`, `outside/unreachable`, `outside/not-deleted`.
 */
export async function removeIfSame(file: KnownFile): Promise<{ readonly hasOtherName: boolean }> {
  const handle = await openFile(file.place);
  if (handle === 'changed') throw new AppError('outside/changed');
  if (typeof handle === 'string') throw new AppError('outside/unreachable');
  try {
    const { ino, dev, nlink } = await handle.stat();
    if ((await isSame(handle, file)) !== true) throw new AppError('outside/changed');
    const now = lstatSync(file.place);
    if (now.ino !== ino || now.dev !== dev) throw new AppError('outside/changed');
    unlinkSync(file.place);
    syncFolder(dirname(file.place));
    return { hasOtherName: nlink > 1 };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new AppError('outside/not-deleted', { reason }, error);
  } finally {
    await handle.close();
  }
}
