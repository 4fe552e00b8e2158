import type Database from 'better-sqlite3';
import { AppError } from '#shared/errors/app-error';

type Setting = {
  readonly name: string;
  /** Absent where it is only read back. */
  readonly set?: string;
  readonly expect: string | number;
};

const CIPHER: readonly Setting[] = [
  { name: 'cipher', set: "'sqlcipher'", expect: 'sqlcipher' },
  { name: 'legacy', set: '4', expect: '4' },
];

const BOTH: readonly Setting[] = [
  { name: 'temp_store', set: 'MEMORY', expect: 2 },
  { name: 'foreign_keys', set: 'ON', expect: 1 },
  { name: 'trusted_schema', set: 'OFF', expect: 0 },
  { name: 'cell_size_check', set: 'ON', expect: 1 },
  { name: 'mmap_size', set: '0', expect: 0 },
  { name: 'cache_size', set: '-131072', expect: -131_072 },
];

const PAGES: readonly Setting[] = [
  { name: 'page_size', expect: 4096 },
  { name: 'hmac_use', expect: '1' },
];

const MAC_OS: readonly Setting[] = [
  { name: 'fullfsync', set: 'ON', expect: 1 },
  { name: 'checkpoint_fullfsync', set: 'ON', expect: 1 },
];

/** Settings of a database that is written to, in the order they are made. */
const WRITING: readonly Setting[] = [
  { name: 'locking_mode', set: 'EXCLUSIVE', expect: 'exclusive' },
  { name: 'journal_mode', set: 'WAL', expect: 'wal' },
  { name: 'synchronous', set: 'FULL', expect: 2 },
  { name: 'secure_delete', set: 'ON', expect: 1 },
  { name: 'wal_autocheckpoint', set: '256', expect: 256 },
  ...BOTH,
];

/** Settings of a database that is only read: it may lie where nothing can be written. */
const READING: readonly Setting[] = [
  { name: 'query_only', set: 'ON', expect: 1 },
  { name: 'locking_mode', expect: 'normal' },
  { name: 'journal_mode', expect: 'delete' },
  ...BOTH,
];

export type OpenMode = 'writing' | 'reading';

/** Before the key is given. */
export function chooseCipher(connection: Database.Database): void {
  for (const setting of CIPHER) make(connection, setting);
}

/** After the key is given: sets everything, then reads everything back; `db/settings` where one did not take. */
export function applySettings(connection: Database.Database, mode: OpenMode): void {
  const own = mode === 'writing' ? WRITING : READING;
  const settings = process.platform === 'darwin' ? [...own, ...MAC_OS] : own;
  for (const setting of settings) make(connection, setting);
  for (const { name, expect } of [...CIPHER, ...settings, ...PAGES]) {
    // `cipher` and its kin answer in a column named after the value, so take the only column there is.
    const rows = connection.pragma(name) as Readonly<Record<string, unknown>>[];
    if (Object.values(rows[0] ?? {})[0] !== expect) throw new AppError('db/settings', { name });
  }
}

function make(connection: Database.Database, { name, set }: Setting): void {
  if (set !== undefined) connection.pragma(`${name}=${set}`);
}
