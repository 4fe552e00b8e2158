import * as fs from 'node:fs';
import Database from 'better-sqlite3';
import { AppError, isAppError } from '#shared/errors/app-error';
import { equalBytes, toHex, utf8 } from '#core/kernel/bytes';
import { assertNotBusy } from './busy';
import { wrapConnection, type WritableDb } from './driver';
import { withAppErrors } from './errors';
import { guardDb } from './guard';
import { holdFile, type HeldFile } from './held-file';
import { verifyPageMacs, type DatabaseKeys } from './page-macs';
import { applySettings, chooseCipher, type OpenMode } from './pragmas';
import { copyPrivately, hasLeftovers } from './private-copy';

/** Older releases could lose what a checkpoint was writing. */
const LEAST_SQLITE = [3, 51, 3] as const;
const BUSY_WAIT_MS = 250;
const SALT_BYTES = 16;
const PLAIN_START = utf8('SQLite format 3\0');

export type OpenDatabase = {
  readonly db: WritableDb;
  readonly isReadOnly: boolean;
  /** Not closed yet. */
  isOpen(): boolean;
  /** MAC of every page, then SQLite's own check; throws `db/damaged`. Answers the number of pages. */
  verifyPages(): number;
  /** Writes an encrypted copy, under the same key, into a file that must not exist yet. */
  copyInto(file: string): void;
  /** Writes every page anew, so that nothing of what was deleted is left in the file or its WAL. */
  compact(): void;
  /**
   * Encrypts every page anew. Leaves WAL mode first; close it afterwards and open it with the new keys.
   */
  rekey(next: DatabaseKeys): void;
  /** Leaves one file behind, without a WAL, that opens from a read-only medium. */
  close(): void;
};

export type { DatabaseKeys } from './page-macs';

/** What the encrypting driver adds to the plain one, whose types we have. */
type Keyed = Database.Database & {
  key(raw: Buffer): number;
  rekey(raw: Buffer): number;
};

function withRawKey({ key, salt }: DatabaseKeys, use: (raw: Buffer) => unknown): void {
  const raw = Buffer.from(`raw:${toHex(key)}${toHex(salt)}`);
  try {
    use(raw);
  } finally {
    raw.fill(0);
  }
}

/** Makes a new, empty database; the file must not exist. */
export function createDatabase(file: string, keys: DatabaseKeys): OpenDatabase {
  return withAppErrors(() => {
    makeEmptyFile(file);
    return holding(file, (held) => {
      const connection = connect(file, keys, 'writing');
      try {
        assertSalt(held.handle, keys);
      } catch (error) {
        connection.close();
        throw error;
      }
      return databaseOf(connection, held, keys, 'writing');
    });
  });
}

/**
 * Opens a database that is there. `keys` must be known to be the right ones (the
 * header's MAC has verified), so whatever does not decrypt is damage.
 */
export function openDatabase(
  file: string,
  keys: DatabaseKeys,
  options: { readonly readOnly: boolean },
): OpenDatabase {
  return withAppErrors(() =>
    holding(file, (held) => {
      assertSalt(held.handle, keys);
      if (!options.readOnly) {
        return databaseOf(connect(file, keys, 'writing'), held, keys, 'writing');
      }
      const connection = hasLeftovers(file) ? undefined : tryConnect(file, keys);
      if (connection !== undefined) return databaseOf(connection, held, keys, 'reading');
      assertNotInUse(file, keys);
      const copied = openCopy(file, keys);
      held.release();
      return copied;
    }),
  );
}

/** The file is let go where opening fails, and by `close` otherwise. */
function holding(file: string, open: (held: HeldFile) => OpenDatabase): OpenDatabase {
  const held = holdFile(file);
  try {
    return open(held);
  } catch (error) {
    held.release();
    throw error;
  }
}

/** Writes left over from a crash cannot be finished in place, so a private copy takes them in. */
function openCopy(file: string, keys: DatabaseKeys): OpenDatabase {
  const copy = copyPrivately(file);
  try {
    finish(connect(copy.file, keys, 'writing'));
    return holding(copy.file, (held) => {
      const connection = connect(copy.file, keys, 'reading');
      return databaseOf(connection, held, keys, 'reading', copy.remove);
    });
  } catch (error) {
    copy.remove();
    throw error;
  }
}

/** Undefined where the file was left in WAL mode, which needs a place to write even for reading. */
function tryConnect(file: string, keys: DatabaseKeys): Database.Database | undefined {
  try {
    return connect(file, keys, 'reading');
  } catch (error) {
    const isLeftInWal =
      isAppError(error, 'db/settings') ||
      (error instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY)/u.test(error.code));
    if (isLeftInWal) return undefined;
    throw error;
  }
}

/** A writer holds a lock on the file that a copy of it would not show. */
function assertNotInUse(file: string, keys: DatabaseKeys): void {
  const index = `${file}-shm`;
  const hadIndex = fs.existsSync(index);
  const connection = unlock(file, keys, true);
  try {
    assertNotBusy(connection);
  } finally {
    connection.close();
    if (!hadIndex) fs.rmSync(index, { force: true });
  }
}

function unlock(file: string, keys: DatabaseKeys, readonly: boolean): Database.Database {
  const connection = new Database(file, { readonly, fileMustExist: true, timeout: BUSY_WAIT_MS });
  try {
    chooseCipher(connection);
    withRawKey(keys, (raw) => (connection as Keyed).key(raw));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function connect(file: string, keys: DatabaseKeys, mode: OpenMode): Database.Database {
  const connection = unlock(file, keys, mode === 'reading');
  try {
    // Before the first statement: preparing one reads the file, and must do so under the right lock.
    applySettings(connection, mode);
    assertSqliteVersion(connection);
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function databaseOf(
  connection: Database.Database,
  held: HeldFile,
  keys: DatabaseKeys,
  mode: OpenMode,
  afterClose: () => void = () => undefined,
): OpenDatabase {
  const isReadOnly = mode === 'reading';
  return {
    db: guardDb(wrapConnection(connection)),
    isReadOnly,
    isOpen: () => connection.open,
    verifyPages: () =>
      withAppErrors(() => {
        if (!isReadOnly) connection.pragma('wal_checkpoint(TRUNCATE)');
        const pages = verifyPageMacs(held.handle, keys);
        // Pages in the cache would hide damage on the disk.
        connection.pragma('shrink_memory');
        const answer = connection.pragma('integrity_check(1)', { simple: true });
        if (answer !== 'ok') throw new AppError('db/damaged', { pages });
        return pages;
      }),
    copyInto: (target) => {
      withAppErrors(() => {
        makeEmptyFile(target);
        connection.prepare('VACUUM INTO ?').run(target);
      });
    },
    compact: () => {
      withAppErrors(() => {
        // `secure_delete` leaves a trace where a page was filled anew; `temp_store` keeps the copy in memory.
        connection.exec('VACUUM');
        connection.pragma('wal_checkpoint(TRUNCATE)');
      });
    },
    rekey: (next) => {
      withAppErrors(() => {
        connection.pragma('wal_checkpoint(TRUNCATE)');
        connection.pragma('journal_mode=DELETE');
        withRawKey(next, (raw) => (connection as Keyed).rekey(raw));
      });
    },
    close: () => {
      if (!connection.open) return;
      try {
        withAppErrors(() => {
          if (isReadOnly) connection.close();
          else finish(connection);
        });
      } finally {
        held.release();
        afterClose();
      }
    },
  };
}

function finish(connection: Database.Database): void {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    connection.pragma('journal_mode=DELETE');
  } finally {
    connection.close();
  }
}

/** SQLite would make the file itself, but readable by others. */
function makeEmptyFile(file: string): void {
  fs.closeSync(fs.openSync(file, 'wx', 0o600));
}

function assertSalt(handle: number, { salt }: DatabaseKeys): void {
  const bytes = new Uint8Array(SALT_BYTES);
  const start = bytes.subarray(0, fs.readSync(handle, bytes, 0, SALT_BYTES, 0));
  if (equalBytes(start, PLAIN_START)) throw new AppError('db/plaintext');
  if (!equalBytes(start, salt)) throw new AppError('db/damaged', { page: 1 });
}

function assertSqliteVersion(connection: Database.Database): void {
  const version = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const differing = LEAST_SQLITE.findIndex((least, i) => parts[i] !== least);
  const isOlder = differing >= 0 && (parts[differing] ?? 0) < (LEAST_SQLITE[differing] ?? 0);
  if (isOlder) throw new AppError('db/settings', { name: 'sqlite_version' });
}
