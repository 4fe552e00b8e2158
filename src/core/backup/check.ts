import { readIfThere } from '#core/vault/durable';
import { HEADER_KIND, parseHeader, type ReadHeader } from '#core/vault/header';
import { backupFolder, isSum, sumOf, type BackupFolder } from './folder';
import type { Manifest } from './manifest';

export type BackupCheck = {
  readonly stem: string;
  readonly madeMs: number | undefined;
  readonly bytes: number;
  /** What is damaged or gone: `manifest`, `header`, `database`, or the names of attachments. */
  readonly faults: readonly string[];
  /** Attachments the vault itself no longer had whole. */
  readonly missing: number;
  /** Numbers of the passphrases that open it, as its header says; none where that cannot be read. */
  readonly slots: readonly number[];
};

/** The header of a backup; undefined where it is damaged, gone, or of a later version. */
export function headerOf(folder: BackupFolder, stem: string): ReadHeader | undefined {
  const bytes = readIfThere(folder.file(stem, 'rhv'), HEADER_KIND.maxBytes);
  const result = bytes === undefined ? undefined : parseHeader(bytes);
  return result?.ok === true ? result.read : undefined;
}

const NOTHING = { madeMs: undefined, bytes: 0, missing: 0, slots: [] };

/** Every file of one backup against its manifest. */
export function faultsOf(
  folder: BackupFolder,
  stem: string,
  manifest: Manifest,
): readonly string[] {
  const { header, database, blobs } = manifest;
  return [
    ...(isSum(sumOf(folder.file(stem, 'rhv')), header) ? [] : ['header']),
    ...(isSum(sumOf(folder.file(stem, 'db')), database) ? [] : ['database']),
    ...blobs
      .filter((one) => !isSum(sumOf(folder.blobFile(one.sha256)), one))
      .map(({ name }) => name),
  ];
}

/** Checks every backup in a folder without any key: that no byte of them changed, not who wrote them. */
export function checkBackups(dir: string): readonly BackupCheck[] {
  const folder = backupFolder(dir);
  return folder.found().map(({ stem, read }) => {
    if (read === undefined) return { stem, ...NOTHING, faults: ['manifest'] };
    return {
      ...listed(folder, stem, read.manifest),
      faults: faultsOf(folder, stem, read.manifest),
    };
  });
}

/** The same without reading more than the manifests. */
export function listBackups(dir: string): readonly BackupCheck[] {
  const folder = backupFolder(dir);
  return folder
    .found()
    .map(({ stem, read }) =>
      read === undefined
        ? { stem, ...NOTHING, faults: ['manifest'] }
        : { ...listed(folder, stem, read.manifest), faults: [] },
    );
}

const listed = (folder: BackupFolder, stem: string, manifest: Manifest) => ({
  slots: headerOf(folder, stem)?.header.passSlots.map(({ id }) => id) ?? [],
  stem,
  madeMs: manifest.made_ms,
  bytes: [manifest.header, manifest.database, ...manifest.blobs].reduce(
    (sum, one) => sum + one.bytes,
    0,
  ),
  missing: manifest.missing.length,
});
