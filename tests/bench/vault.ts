import * as fs from 'node:fs';
import * as path from 'node:path';
import Database from 'better-sqlite3';
import { derivationsOf } from '#core/app/derivations';
import { openCaseFile, type CaseFile } from '#core/app/index';
import { packsIn } from '#core/app/packs';
import { recordReader } from '#core/changes/reader';
import { actionWriter, type ChangeWriter } from '#core/changes/writer';
import { wrapConnection } from '#core/db/driver';
import { documentTexts } from '#core/db/repositories/document-texts';
import { searchIndex } from '#core/db/repositories/search-index';
import { utf8 } from '#core/kernel/bytes';
import { idMaker } from '#core/kernel/ids';
import { systemClock } from '#core/kernel/ports';
import { readHeaderPair } from '#core/vault/header-file';
import { createVault, deriveHere, openVault, type DeriveKey } from '#core/vault/index';
import { unlock } from '#core/vault/unlock';
import type { OpenVault } from '#core/vault/ports';

export const PASSPHRASE = 'violet gravel anchor cushion pelican drum';
const CHEAP = { mKib: 65_536, t: 3 };

let known: Uint8Array | undefined;

/** Derives once: what is measured is all that comes after the derivation. */
const deriveOnce: DeriveKey = async (input) => {
  known ??= await deriveHere(input);
  return known.slice();
};

/** `isCostly` lets the program choose the cost of the derivation, as it does for a user. */
export async function newVault(dir: string, isCostly = false): Promise<OpenVault> {
  known = undefined;
  const { vault } = await createVault({
    dir,
    passphrase: utf8(PASSPHRASE),
    actorName: 'Sample Hand',
    clock: systemClock,
    ...(isCostly ? { deriveKey: deriveHere } : { deriveKey: deriveOnce, policy: CHEAP }),
  });
  return vault;
}

export const openAgain = (dir: string): Promise<OpenVault> =>
  openVault({
    dir,
    secret: { type: 'passphrase', bytes: utf8(PASSPHRASE) },
    clock: systemClock,
    deriveKey: deriveOnce,
  });

export const caseFileOf = (vault: OpenVault, resourcesDir: string): CaseFile =>
  openCaseFile(vault, { resourcesDir });

/** The writer of the product, with everything it keeps true beside the facts. */
export function writerOf(vault: OpenVault, resourcesDir: string): ChangeWriter {
  const { db, clock, random, audit, actor, device } = vault;
  const packs = packsIn(resourcesDir);
  const derivations = derivationsOf({
    db,
    reader: recordReader(db),
    index: searchIndex(db),
    texts: documentTexts(db),
    pack: packs.fallback,
  });
  return actionWriter({
    db,
    ids: idMaker(clock, random),
    clock,
    actor,
    device,
    audit,
    derivations,
  });
}

export const databaseOf = (dir: string): string => {
  const name = fs.readdirSync(dir).find((file) => /^main-\d{6}\.db$/u.test(file));
  if (name === undefined) throw new Error('no database in the vault');
  return path.join(dir, name);
};

type Rekeyed = Database.Database & { key(raw: Buffer): number; rekey(raw: Buffer): number };

/** A copy of the database without encryption, with the same settings, to measure against. */
export async function plainTwin(dir: string, file: string): Promise<Database.Database> {
  const secret = { type: 'passphrase', bytes: utf8(PASSPHRASE) } as const;
  const { keys } = await unlock(readHeaderPair(dir), secret, undefined, deriveOnce);
  const raw = `raw:${Buffer.concat([keys.database, keys.databaseSalt]).toString('hex')}`;
  fs.copyFileSync(databaseOf(dir), file);
  const copy = new Database(file) as Rekeyed;
  copy.pragma("cipher='sqlcipher'");
  copy.pragma('legacy=4');
  copy.key(Buffer.from(raw));
  copy.rekey(Buffer.alloc(0));
  copy.close();
  return openPlain(file);
}

export function openPlain(file: string): Database.Database {
  const plain = new Database(file);
  for (const setting of [
    'locking_mode=EXCLUSIVE',
    'journal_mode=WAL',
    'synchronous=FULL',
    'secure_delete=ON',
    'wal_autocheckpoint=256',
    'temp_store=MEMORY',
    'mmap_size=0',
    'cache_size=-131072',
  ]) {
    plain.pragma(setting);
  }
  return plain;
}

/** The open vault with another database under it: the same code over plain pages. */
export const onDatabase = (vault: OpenVault, plain: Database.Database): OpenVault => ({
  ...vault,
  db: wrapConnection(plain),
});
