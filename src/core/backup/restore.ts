import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { DeviceId } from '#shared/domain/ids';
import { idMaker, idToBytes } from '#core/kernel/ids';
import { withAppErrorsAsync } from '#core/db/errors';
import { vaultStore } from '#core/db/repositories/vault-store';
import { blobFiles, makeBlobFolders } from '#core/vault/blob-files';
import { makeFolders, syncFolder } from '#core/vault/durable';
import { HEADER_NAME, TWIN_NAME } from '#core/vault/header-file';
import { openVault, type OpenVaultOptions } from '#core/vault/open-vault';
import type { OpenVault } from '#core/vault/ports';
import { stateOf } from '#core/vault/vault-state';
import { faultsOf } from './check';
import { backupFolder, copyDurably, type BackupFolder, type FoundBackup } from './folder';
import type { Manifest, ReadManifest } from './manifest';

export type RestoreOptions = Omit<OpenVaultOptions, 'readOnly' | 'isRestored'> & {
  /** Folder of the backups. */
  readonly from: string;
  /** Which of them; the latest whole one where absent. */
  readonly stem?: string;
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
 * Makes a new vault folder of a backup, with a device id of its own; never writes over anything.
 * The secret is one that opened the vault when the backup was made. Throws `vault/exists`,
 * `backup/none`, `backup/damaged`, `backup/forged` and whatever opening a vault throws, and then
 * takes away what it made.
 */
export function restoreBackup(options: RestoreOptions): Promise<Restored> {
  return withAppErrorsAsync(async () => {
    const { dir } = options;
    if (fs.existsSync(dir)) throw new AppError('vault/exists');
    const folder = backupFolder(options.from);
    const { stem, read, damaged } = choose(folder, options.stem);
    try {
      layOut(folder, stem, read.manifest, new Set(damaged), dir);
      const vault = await openVault({ ...options, isRestored: true });
      try {
        return await makeOwn(vault, stem, read);
      } finally {
        vault.close();
      }
    } catch (error) {
      fs.rmSync(dir, { recursive: true, force: true });
      throw error;
    }
  });
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

function layOut(
  folder: BackupFolder,
  stem: string,
  manifest: Manifest,
  damaged: ReadonlySet<string>,
  dir: string,
): void {
  makeFolders(dir);
  makeBlobFolders(dir);
  const files = blobFiles(dir);
  for (const { name, sha256 } of manifest.blobs) {
    if (!damaged.has(name)) copyDurably(folder.blobFile(sha256), files.pathOf(name));
  }
  copyDurably(folder.file(stem, 'db'), path.join(dir, manifest.db));
  // The header last: before it the folder is no vault.
  for (const name of [TWIN_NAME, HEADER_NAME])
    copyDurably(folder.file(stem, 'rhv'), path.join(dir, name));
  syncFolder(path.dirname(path.resolve(dir)));
}

/** Proves who wrote the backup, reads everything, and makes the copy another device's. */
async function makeOwn(vault: OpenVault, stem: string, read: ReadManifest): Promise<Restored> {
  if (!read.isGenuine(stateOf(vault).keys.backup)) throw new AppError('backup/forged');
  const pages = vault.verifyPages();
  vault.audit.verify();
  const missing: string[] = [];
  for (const name of vault.blobs.names()) {
    await vault.blobs.verify(name).catch(() => missing.push(name));
  }
  const device = idMaker(vault.clock, vault.random).next<DeviceId>();
  vault.db.transaction(() => {
    vaultStore(vault.db).addDevice(idToBytes(device), vault.clock.nowMs());
    vault.audit.append('vault.restore', stem);
  });
  const blobs = vault.blobs.names().length - missing.length;
  return { stem, madeMs: read.manifest.made_ms, pages, blobs, missing };
}
