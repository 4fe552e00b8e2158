import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError, isAppError } from '#shared/errors/app-error';
import { logBreakOf } from '#core/audit/proof';
import { equalBytes } from '#core/kernel/bytes';
import { withAppErrorsAsync } from '#core/db/errors';
import { openDatabase } from '#core/db/open';
import { auditStore } from '#core/db/repositories/audit-store';
import { blobFiles } from '#core/vault/blob-files';
import {
  makeFolders,
  readIfThere,
  renameDurably,
  replaceFile,
  syncFolder,
} from '#core/vault/durable';
import { HEADER_NAME } from '#core/vault/header-file';
import { onMedium } from '#core/vault/medium';
import type { OpenVault } from '#core/vault/ports';
import { dropBefore } from '#core/vault/upgrade';
import { writableStateOf, type VaultState } from '#core/vault/vault-state';
import { faultsOf } from './check';
import {
  backupFolder,
  copyDurably,
  isSum,
  stemOf,
  sumOf,
  syncFile,
  type BackupFolder,
} from './folder';
import { noteBackup, type KnownBackup } from './known';
import { MANIFEST_BYTES, readManifest, writeManifest, type Manifest, type Part } from './manifest';
import { keptTimes } from './retention';

/** What is done, in order; broken off after any but the last, the backup does not count and the next one cleans up. */
export type BackupStep =
  'cleaned' | 'database' | 'blobs' | 'verified' | 'marked' | 'noted' | 'thinned';

export type MadeBackup = KnownBackup & {
  readonly bytes: number;
  readonly blobs: number;
  /** Attachments that are damaged or gone in the vault itself. */
  readonly missing: readonly string[];
  /** Older backups that were taken away. */
  readonly removed: number;
  /** What was left of backups that were broken off, and was taken away first. */
  readonly cleaned: number;
  /** The log says another thing than an older backup of this folder, from this row on. */
  readonly logBrokenAt: number | undefined;
};

/**
 * Makes a backup in a folder of its own for this vault, on any medium: written to a new place,
 * made durable, opened and read whole again, and only then marked good by its manifest. Throws
 * `backup/inside`, `backup/other-vault`, `backup/damaged` where what was written does not read
 * back, and `disk/…`: `disk/gone` where the medium went away meanwhile.
 *
 * @param onStep called after each step, for tests that break off there
 */
export function makeBackup(
  vault: OpenVault,
  dir: string,
  onStep: (step: BackupStep) => void = () => undefined,
): Promise<MadeBackup> {
  return withAppErrorsAsync(() => {
    const state = writableStateOf(vault);
    assertApart(vault, dir);
    makeFolders(dir);
    return onMedium(dir, () => fillFolder(vault, state, prepare(state, dir), onStep));
  });
}

async function fillFolder(
  vault: OpenVault,
  state: VaultState,
  { folder, cleaned }: Prepared,
  onStep: (step: BackupStep) => void,
): Promise<MadeBackup> {
  hearWitnesses(vault, state, folder);
  const checkpoint = vault.audit.checkpoint();
  onStep('cleaned');
  const madeMs = freeTime(folder, vault.clock.nowMs());
  const stem = stemOf(madeMs);
  const [header, database] = copyDatabase(vault, state, folder, stem);
  onStep('database');
  const { blobs, missing } = await copyBlobs(vault, folder);
  onStep('blobs');
  const manifest: Manifest = {
    ...{ vaultId: state.header.vaultId, backupId: vault.random.bytes(16), made_ms: madeMs },
    ...{ gen: state.header.gen, db: state.header.db },
    audit_seq: auditStore(vault.db).last()?.seq ?? 0,
    checkpoint,
    ...{ header, database, blobs, missing },
  };
  verifyWritten(state, folder, stem, manifest);
  onStep('verified');
  mark(folder, stem, manifest, state.keys.backup);
  onStep('marked');
  const known = {
    stem,
    madeMs,
    place: path.resolve(folder.dir),
    isApart: isApart(vault.dir, folder.dir),
  };
  noteBackup(vault, manifest.backupId, known);
  dropBefore(vault.dir, state.store);
  onStep('noted');
  const removed = thinOut(folder);
  onStep('thinned');
  const bytes = [header, database, ...blobs].reduce((sum, one) => sum + one.bytes, 0);
  const logBrokenAt = logBreakOf(state.logFault)?.seq;
  return { ...known, bytes, blobs: blobs.length, missing, removed, cleaned, logBrokenAt };
}

/** Whether two folders lie on different file systems; a second partition of one disk counts as apart. */
const isApart = (a: string, b: string): boolean => fs.statSync(a).dev !== fs.statSync(b).dev;

type Prepared = { readonly folder: BackupFolder; readonly cleaned: number };

function assertApart(vault: OpenVault, dir: string): void {
  const fromVault = path.relative(fs.realpathSync(vault.dir), path.resolve(dir));
  const isInside = fromVault === '' || !(fromVault.startsWith('..') || path.isAbsolute(fromVault));
  if (isInside) throw new AppError('backup/inside');
}

function prepare(state: VaultState, dir: string): Prepared {
  const folder = backupFolder(dir);
  const found = folder.found();
  const isOthers = found.some(
    ({ read }) => read !== undefined && !equalBytes(read.manifest.vaultId, state.header.vaultId),
  );
  if (isOthers) throw new AppError('backup/other-vault');
  const unfinished = folder.strangers(new Set(found.map(({ stem }) => stem)));
  for (const file of unfinished) fs.rmSync(file, { force: true });
  return { folder, cleaned: unfinished.length };
}

/**
 * Backups on this medium know places of the log: each is kept as a witness, and the log is held
 * against all of them. What contradicts them does not keep anybody from making another backup.
 */
function hearWitnesses(vault: OpenVault, state: VaultState, folder: BackupFolder): void {
  for (const { read } of folder.found()) {
    const told = read?.manifest.checkpoint;
    if (told !== undefined && read?.isGenuine(state.keys.backup) === true)
      vault.audit.takeWitness(told, 'backup');
  }
  try {
    vault.audit.proveSinceCheckpoint();
  } catch (error) {
    if (!isAppError(error, 'audit/broken')) throw error;
    state.logFault ??= error;
  }
}

/** The second of now, or the next one without a backup. */
function freeTime(folder: BackupFolder, nowMs: number): number {
  let ms = nowMs - (nowMs % 1000);
  while (fs.existsSync(folder.file(stemOf(ms), 'rhm'))) ms += 1000;
  return ms;
}

function sumOfNew(file: string): Part {
  const sum = sumOf(file);
  if (sum === undefined) throw new AppError('backup/damaged', { reason: 'read-back' });
  return sum;
}

function copyDatabase(
  vault: OpenVault,
  state: VaultState,
  folder: BackupFolder,
  stem: string,
): readonly [header: Part, database: Part] {
  const [database, header] = [folder.file(stem, 'db'), folder.file(stem, 'rhv')];
  state.database.copyInto(`${database}.part`);
  syncFile(`${database}.part`);
  renameDurably(`${database}.part`, database);
  copyDurably(path.join(vault.dir, HEADER_NAME), header, folder.dir);
  return [sumOfNew(header), sumOfNew(database)];
}

/** Ciphertext as it lies in the vault, under the hash of its bytes: an attachment sealed anew is another file. */
async function copyBlobs(
  vault: OpenVault,
  folder: BackupFolder,
): Promise<Pick<Manifest, 'blobs' | 'missing'>> {
  const files = blobFiles(vault.dir);
  const blobs: Manifest['blobs'] = [];
  const missing: string[] = [];
  for (const name of vault.blobs.names()) {
    try {
      await vault.blobs.verify(name);
    } catch {
      missing.push(name);
      continue;
    }
    const sum = sumOfNew(files.pathOf(name));
    const target = folder.blobFile(sum.sha256);
    if (!isSum(sumOf(target), sum)) copyDurably(files.pathOf(name), target, folder.dir);
    blobs.push({ name, ...sum });
  }
  return { blobs, missing };
}

/** Opens the copy as a vault would, and reads every file again. */
function verifyWritten(
  { keys }: VaultState,
  folder: BackupFolder,
  stem: string,
  manifest: Manifest,
): void {
  const databaseKeys = { key: keys.database, salt: keys.databaseSalt };
  const copy = openDatabase(folder.file(stem, 'db'), databaseKeys, { readOnly: true });
  try {
    copy.verifyPages();
  } finally {
    copy.close();
  }
  const [fault] = faultsOf(folder, stem, manifest);
  if (fault !== undefined) throw new AppError('backup/damaged', { reason: 'read-back' });
}

function mark(folder: BackupFolder, stem: string, manifest: Manifest, key: Uint8Array): void {
  const file = folder.file(stem, 'rhm');
  replaceFile(file, writeManifest(manifest, key));
  const bytes = readIfThere(file, MANIFEST_BYTES);
  const read = bytes === undefined ? undefined : readManifest(bytes);
  if (read?.isGenuine(key) !== true) throw new AppError('backup/damaged', { reason: 'manifest' });
}

/** Takes away backups that need not stay (the last whole one always does), manifest first, then attachments that none names any more. */
function thinOut(folder: BackupFolder): number {
  const found = folder.found();
  const times = found.flatMap(({ read }) => (read === undefined ? [] : [read.manifest.made_ms]));
  const whole = found.find(({ read }) => read?.manifest.missing.length === 0);
  const kept = new Set([...keptTimes(times), whole?.read?.manifest.made_ms]);
  const gone = found.filter(({ read }) => read !== undefined && !kept.has(read.manifest.made_ms));
  for (const { stem } of gone) {
    fs.rmSync(folder.file(stem, 'rhm'), { force: true });
    syncFolder(folder.dir);
    for (const ending of ['db', 'rhv'] as const)
      fs.rmSync(folder.file(stem, ending), { force: true });
  }
  // A damaged manifest may name attachments nobody else does: then none is taken away.
  const left = folder.found();
  if (left.some(({ read }) => read === undefined)) return gone.length;
  const named = new Set(
    left.flatMap(({ read }) => read?.manifest.blobs.map(({ sha256 }) => sha256) ?? []),
  );
  for (const file of folder.strayBlobs(named)) fs.rmSync(file, { force: true });
  return gone.length;
}
