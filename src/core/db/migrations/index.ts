import type { ReadableDb, WritableDb } from '#core/db/driver';
import { up0010 } from './0010-vault';
import { up0020 } from './0020-changes';
import { up0030 } from './0030-records';
import { up0040 } from './0040-derived';
import { up0070 } from './0070-exchange';
import { up0080 } from './0080-outside';
import { up0090 } from './0090-checkpoints';
import { up0100 } from './0100-folders';
import { up0110 } from './0110-travel';
import { up0120 } from './0120-blob-digests';
import { up0130 } from './0130-sent-manifest';

export type Migration = { readonly number: number; readonly up: string };

/** Forward only, numbered by ten; never edited after a release (a list of checksums fails the build). */
export const MIGRATIONS: readonly Migration[] = [
  { number: 10, up: up0010 },
  { number: 20, up: up0020 },
  { number: 30, up: up0030 },
  { number: 40, up: up0040 },
  { number: 70, up: up0070 },
  { number: 80, up: up0080 },
  { number: 90, up: up0090 },
  { number: 100, up: up0100 },
  { number: 110, up: up0110 },
  { number: 120, up: up0120 },
  { number: 130, up: up0130 },
];

export const NEWEST_MIGRATION = 130;

export function migrationOf(db: ReadableDb): number {
  return db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
}

/** Brings a database to `upTo`. Call it in a transaction; `user_version` moves with it. */
export function migrate(db: WritableDb, upTo: number = NEWEST_MIGRATION): void {
  const from = migrationOf(db);
  for (const { number, up } of MIGRATIONS) {
    if (number <= from || number > upTo) continue;
    db.exec(up);
    db.exec(`PRAGMA user_version = ${String(number)}`);
  }
}

/** Whether the log of a database can be signed: fixtures of older vaults stop before that. */
export const hasCheckpoints = (db: ReadableDb): boolean => migrationOf(db) >= 90;
