import Database from 'better-sqlite3';
import { holdFile } from './held-file';

const WAIT_MS = 250;

/**
 * Throws where this process or another one has a database open (`vault/in-use`). Needs no key: the
 * lock is asked for before anything can be read, and without a key nothing can.
 */
export function assertNotHeld(file: string): void {
  const held = holdFile(file);
  try {
    const connection = new Database(file, { fileMustExist: true, timeout: WAIT_MS });
    try {
      connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (isBusy) throw error;
    } finally {
      connection.close();
    }
  } finally {
    held.release();
  }
}
