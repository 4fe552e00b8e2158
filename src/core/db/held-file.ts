import * as fs from 'node:fs';
import { AppError } from '#shared/errors/app-error';

/** A database's file, open beside the driver to read its raw bytes. */
export type HeldFile = { readonly handle: number; readonly release: () => void };

/** Files held by this process, by device and number. */
const held = new Set<string>();

/**
 * Opens the file of a database and keeps it open as long as the database is: on
 * POSIX systems closing any handle of a file gives up all locks that the process
 * has on it, those of SQLite too. For the same reason nothing else in this
 * process may open the file meanwhile, so a second time is refused here.
 */
export function holdFile(file: string): HeldFile {
  const found = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  if (found === undefined) throw new AppError('db/damaged', { reason: 'missing' });
  const key = `${String(found.dev)}:${String(found.ino)}`;
  if (held.has(key)) throw new AppError('vault/in-use', { reason: 'here' });
  const handle = fs.openSync(file, 'r');
  held.add(key);
  let isReleased = false;
  return {
    handle,
    release: () => {
      if (isReleased) return;
      isReleased = true;
      held.delete(key);
      fs.closeSync(handle);
    },
  };
}
