import * as fs from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/errors/app-error';
import type { ReadableDb } from '#core/db/driver';
import { openDatabase, type DatabaseKeys, type OpenDatabase } from '#core/db/open';
import { migrate, migrationOf, NEWEST_MIGRATION } from '#core/db/migrations/index';
import { hasBrokenReference, truthOf } from '#core/db/repositories/truth';
import { vaultStore, type VaultStore } from '#core/db/repositories/vault-store';
import { syncFolder } from './durable';

type Upgraded = { readonly database: OpenDatabase; readonly name: string };

/** `db/newer` for a database of a later version; whether one of an earlier version must be brought up. */
export function needsUpgrade(database: OpenDatabase): boolean {
  const found = migrationOf(database.db);
  if (found > NEWEST_MIGRATION) {
    throw new AppError('db/newer', { found, known: NEWEST_MIGRATION });
  }
  if (found < NEWEST_MIGRATION && database.isReadOnly) {
    throw new AppError('vault/read-only', { reason: 'upgrade' });
  }
  return found < NEWEST_MIGRATION;
}

/**
 * Brings an earlier database up on a copy, which is checked page by page before
 * it is answered. The original stays as it is, and locked: the caller lets the
 * header name the copy, then closes and removes the original.
 */
export function upgradeOnCopy(
  dir: string,
  name: string,
  original: OpenDatabase,
  keys: DatabaseKeys,
): Upgraded {
  const nextName = nextDatabase(dir, name, vaultStore(original.db));
  const file = path.join(dir, nextName);
  let copy: OpenDatabase | undefined;
  try {
    original.copyInto(file);
    const opened = openDatabase(file, keys, { readOnly: false });
    copy = opened;
    opened.db.transaction(() => {
      migrate(opened.db);
      vaultStore(opened.db).setSetting(BEFORE, `${name} ${String(migrationOf(original.db))}`);
    });
    opened.verifyPages();
    assertSame(original.db, opened.db);
    syncFolder(dir);
    return { database: opened, name: nextName };
  } catch (error) {
    copy?.close();
    removeDatabase(file);
    throw error;
  }
}

/** Everything that was written must stand in the copy. Throws `db/damaged`. */
function assertSame(original: ReadableDb, copy: ReadableDb): void {
  if (hasBrokenReference(copy) || !isDeepStrictEqual(truthOf(original), truthOf(copy)))
    throw new AppError('db/damaged', { reason: 'upgrade' });
}

const BEFORE = 'database-before';
const KEPT = /^old-[0-9]{6}\.db$/u;

/**
 * Gives the database from before an upgrade the name it is kept under: `old-000040.db` for one of
 * migration 40. It stays until a backup of what came after it was verified.
 */
export function keepBefore(dir: string, store: VaultStore): void {
  const [name, schema] = store.setting(BEFORE)?.split(' ') ?? [];
  if (name === undefined || schema === undefined) return;
  const file = path.join(dir, name);
  if (!fs.existsSync(file)) return;
  fs.renameSync(file, path.join(dir, `old-${schema.padStart(6, '0')}.db`));
  for (const suffix of ['-wal', '-journal', '-shm']) fs.rmSync(`${file}${suffix}`, { force: true });
  syncFolder(dir);
}

/** Takes away what upgrades left: a verified backup holds all of it, or its key is not to be trusted any more. */
export function dropBefore(dir: string, store: VaultStore): void {
  if (store.setting(BEFORE) === undefined) return;
  for (const name of fs.readdirSync(dir)) {
    if (KEPT.test(name)) removeDatabase(path.join(dir, name));
  }
  store.dropSetting(BEFORE);
}

/** Removes a database nobody names any more. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-journal', '-shm']) {
    fs.rmSync(`${file}${suffix}`, { force: true });
  }
}

/**
 * Removes databases an upgrade left behind when it was broken off after the
 * header had named the next one. Higher numbers are not touched: the header may
 * have been put back from an older copy.
 */
export function removeSuperseded(dir: string, name: string): void {
  for (const file of fs.readdirSync(dir)) {
    if (/^main-[0-9]{6}\.db$/u.test(file) && file < name) removeDatabase(path.join(dir, file));
  }
}

export const databaseName = (number: number): string =>
  `main-${String(number).padStart(6, '0')}.db`;

const NEXT = 'database-next';

/**
 * The name of the database that is to take this one's place, noted in this one first: a copy that
 * was broken off before the header named it is then known as such.
 */
export function nextDatabase(dir: string, name: string, store: VaultStore): string {
  const next = freeName(dir, name);
  store.setSetting(NEXT, next);
  return next;
}

/** Removes a copy that the header never came to name. */
export function removeUnfinished(
  dir: string,
  { store, header }: { readonly store: VaultStore; readonly header: { readonly db: string } },
): void {
  const next = store.setting(NEXT);
  if (next === undefined) return;
  // The copy holds the note too, and finds its own name there.
  if (next !== header.db) removeDatabase(path.join(dir, next));
  store.dropSetting(NEXT);
}

function freeName(dir: string, name: string): string {
  let number = Number(name.slice(5, 11)) + 1;
  while (fs.existsSync(path.join(dir, databaseName(number)))) number += 1;
  return databaseName(number);
}
