import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { DeviceId } from '#shared/domain/ids';
import { toHex } from '#core/kernel/bytes';
import { idMaker, idToBytes } from '#core/kernel/ids';
import { withAppErrorsAsync } from '#core/db/errors';
import { vaultStore } from '#core/db/repositories/vault-store';
import { blobFiles, makeBlobFolders } from '#core/vault/blob-files';
import { syncFolder } from '#core/vault/durable';
import { HEADER_NAME, TWIN_NAME } from '#core/vault/header-file';
import { openVault, type OpenVaultOptions } from '#core/vault/open-vault';
import type { DeriveKey } from '#core/vault/kdf';
import { onMedium } from '#core/vault/medium';
import { assertFree, makeOwn as makeOwnFolder } from '#core/vault/own-folder';
import type { OpenVault } from '#core/vault/ports';
import { loadSodium, wipe } from '#core/vault/sodium';
import { unlock } from '#core/vault/unlock';
import { stateOf } from '#core/vault/vault-state';
import { faultsOf, headerOf } from './check';
import { backupFolder, copyDurably, type BackupFolder, type FoundBackup } from './folder';
import type { Manifest, ReadManifest } from './manifest';

export type RestoreOptions = Omit<OpenVaultOptions, 'readOnly' | 'isRestored'> & {
  /** Folder of the backups. */
  readonly from: string;
  /** Which of them; the latest whole one where absent. */
  readonly stem?: string;
  /** Steps done and of how many: files copied, then files read again. */
  readonly onStep?: (done: number, total: number) => void;
  /** Throws to stop: what was made is taken away then. */
  readonly assertGoingOn?: () => void;
};

export type Restored = {
  readonly stem: string;
  readonly madeMs: number;
  readonly pages: number;
  readonly blobs: number;
  /** Attachments the backup does not hold whole. */
  readonly missing: readonly string[];
};

/**
 * Makes a new vault of a backup, in a folder that is missing or empty, with a device id of its own;
 * never writes over anything. The secret is one that opened the vault when the backup was made; it is
 * tried before anything is copied. Throws `vault/exists`, `backup/none`, `backup/damaged`,
 * `backup/forged` and whatever opening a vault throws, and then takes away what it made.
 */
export function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dir, from } = options;
  const restore = async (): Promise<Restored> => {
    assertFree(dir, 'vault/exists');
    const folder = backupFolder(from);
    const chosen = choose(folder, options.stem);
    const { deriveKey, forget } = derivingOnce(options.deriveKey);
    try {
      await trySecret(folder, chosen, { ...options, deriveKey });
      return await restoreInto(folder, chosen, { ...options, deriveKey });
    } finally {
      forget();
    }
  };
  // Either may lie on a stick.
  const parent = path.dirname(path.resolve(dir));
  return withAppErrorsAsync(() => onMedium(from, () => onMedium(parent, restore)));
}

async function restoreInto(
  folder: BackupFolder,
  chosen: Chosen,
  options: RestoreOptions,
): Promise<Restored> {
  const going = goingOn(chosen.read.manifest, options);
  const { undo } = makeOwnFolder(options.dir);
  try {
    await layOut(folder, chosen, options.dir, going);
    const vault = await openVault({ ...options, isRestored: true });
    try {
      return await makeOwn(vault, chosen, going);
    } finally {
      vault.close();
    }
  } catch (error) {
    undo();
    throw error;
  }
}

/** Called after each file; other calls of the window come in between. */
type GoingOn = () => Promise<void>;

function goingOn(
  { blobs }: Manifest,
  { onStep = () => undefined, assertGoingOn = () => undefined }: RestoreOptions,
): GoingOn {
  // Each attachment is copied and then read; so is the database.
  const total = 2 * (blobs.length + 1);
  let done = 0;
  return async () => {
    done += 1;
    onStep(Math.min(done, total), total);
    await new Promise(setImmediate);
    assertGoingOn();
  };
}

/** One derivation serves for trying the secret and for opening; `forget` wipes it. */
function derivingOnce(derive: DeriveKey) {
  const held = new Map<string, Uint8Array>();
  const deriveKey: DeriveKey = async (input) => {
    const name = `${toHex(input.salt)}/${String(input.mKib)}/${String(input.t)}`;
    const kek = held.get(name) ?? (await derive(input));
    held.set(name, kek);
    return kek.slice();
  };
  return {
    deriveKey,
    forget: (): void => {
      wipe(...held.values());
    },
  };
}

/** Throws where the secret does not open the backup: nobody should wait for a copy to learn that. */
async function trySecret(
  folder: BackupFolder,
  { stem }: Chosen,
  { secret, slot, deriveKey }: RestoreOptions,
): Promise<void> {
  await loadSodium();
  const read = headerOf(folder, stem);
  if (read === undefined) throw new AppError('backup/damaged');
  const pair = { candidates: [read], isTwinned: true } as const;
  const { keys, identityKey } = await unlock(pair, secret, slot, deriveKey);
  keys.wipe();
  if (identityKey !== undefined) wipe(identityKey);
}

type Chosen = {
  readonly stem: string;
  readonly read: ReadManifest;
  readonly damaged: readonly string[];
};

/** The one that is asked for, or the latest whose header and database are whole. */
function choose(folder: BackupFolder, wanted: string | undefined): Chosen {
  const found = folder.found().filter(({ stem }) => wanted === undefined || stem === wanted);
  if (found.length === 0) throw new AppError('backup/none');
  for (const one of found) {
    const chosen = usable(folder, one);
    if (chosen !== undefined) return chosen;
  }
  throw new AppError('backup/damaged');
}

function usable(folder: BackupFolder, { stem, read }: FoundBackup): Chosen | undefined {
  if (read === undefined) return undefined;
  const damaged = faultsOf(folder, stem, read.manifest);
  return damaged.includes('header') || damaged.includes('database')
    ? undefined
    : { stem, read, damaged };
}

async function layOut(
  folder: BackupFolder,
  { stem, read: { manifest }, damaged }: Chosen,
  dir: string,
  going: GoingOn,
): Promise<void> {
  makeBlobFolders(dir);
  const files = blobFiles(dir);
  for (const { name, sha256 } of manifest.blobs) {
    if (!damaged.includes(name)) copyDurably(folder.blobFile(sha256), files.pathOf(name), dir);
    await going();
  }
  copyDurably(folder.file(stem, 'db'), path.join(dir, manifest.db), dir);
  await going();
  // The header last: before it the folder is no vault.
  for (const name of [TWIN_NAME, HEADER_NAME])
    copyDurably(folder.file(stem, 'rhv'), path.join(dir, name), dir);
  syncFolder(path.dirname(path.resolve(dir)));
}

/** Proves who wrote the backup, reads everything, and makes the copy another device's. */
async function makeOwn(
  vault: OpenVault,
  { stem, read }: Chosen,
  going: GoingOn,
): Promise<Restored> {
  if (!read.isGenuine(stateOf(vault).keys.backup)) throw new AppError('backup/forged');
  const pages = vault.verifyPages();
  vault.audit.verify();
  await going();
  const missing: string[] = [];
  for (const name of vault.blobs.names()) {
    await vault.blobs.verify(name).catch(() => missing.push(name));
    await going();
  }
  const device = idMaker(vault.clock, vault.random).next<DeviceId>();
  vault.db.transaction(() => {
    vaultStore(vault.db).addDevice(idToBytes(device), vault.clock.nowMs());
    vault.audit.append('vault.restore', stem);
  });
  const blobs = vault.blobs.names().length - missing.length;
  return { stem, madeMs: read.manifest.made_ms, pages, blobs, missing };
}
