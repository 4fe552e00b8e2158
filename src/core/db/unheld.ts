import Database from 'better-sqlite3';
import { assertNotBusy } from './busy';
import { holdFile } from './held-file';

const WAIT_MS = 250;

/** Throws where this process or another one has a database open (`vault/in-use`). */
export function assertNotHeld(file: string): void {
  const held = holdFile(file);
  try {
    const connection = new Database(file, { fileMustExist: true, timeout: WAIT_MS });
    try {
      assertNotBusy(connection);
    } finally {
      connection.close();
    }
  } finally {
    held.release();
  }
}
