import Database from 'better-sqlite3';

/**
 * Throws the driver's `SQLITE_BUSY` where somebody else holds a lock on a database. Needs no key: the lock
 * is asked for before anything is read, and whatever else is wrong with the file is told when it is opened.
 */
export function assertNotBusy(connection: Database.Database): void {
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (isBusy) throw error;
  }
}
