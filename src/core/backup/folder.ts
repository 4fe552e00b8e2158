import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FILE_MODE, makeFolders, readIfThere, renameDurably } from '#core/vault/durable';
import { MANIFEST_BYTES, readManifest, type Part, type ReadManifest } from './manifest';

/** `20261124T162216Z`: what the files of one backup are called before their endings. */
const STEM = /^[0-9]{8}T[0-9]{6}Z$/u;
const OWN_FILE = /^([0-9]{8}T[0-9]{6}Z)\.(?:db|rhv|rhm)(?:\.part|-journal|-wal|-shm)*$/u;
const BLOB_FILE = /^([0-9a-f]{64})\.rhb$/u;
const CHUNK = 1 << 20;

export const stemOf = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;

export type FoundBackup = {
  readonly stem: string;
  /** Undefined where the manifest is damaged: the backup does not count. */
  readonly read: ReadManifest | undefined;
};

/** Files of backups in one folder; what else lies there is never touched. */
export function backupFolder(dir: string) {
  const file = (stem: string, ending: 'db' | 'rhv' | 'rhm'): string =>
    path.join(dir, `${stem}.${ending}`);
  const blobFile = (sha256: string): string =>
    path.join(dir, 'blobs', sha256.slice(0, 2), `${sha256}.rhb`);
  return {
    dir,
    file,
    blobFile,
    /** Backups with a manifest, the latest first. */
    found: (): readonly FoundBackup[] =>
      list(dir)
        .flatMap((name) => (name.endsWith('.rhm') ? [name.slice(0, -4)] : []))
        .filter((stem) => STEM.test(stem))
        .sort()
        .reverse()
        .map((stem) => {
          const bytes = readIfThere(file(stem, 'rhm'), MANIFEST_BYTES);
          return { stem, read: bytes === undefined ? undefined : readManifest(bytes) };
        }),
    /** Names of our files that belong to none of these backups. */
    strangers: (stems: ReadonlySet<string>): readonly string[] =>
      list(dir)
        .filter((name) => {
          const stem = OWN_FILE.exec(name)?.[1];
          return stem !== undefined && (!stems.has(stem) || name.includes('.part'));
        })
        .map((name) => path.join(dir, name)),
    /** Files of attachments that are not among these, and parts of them. */
    strayBlobs: (kept: ReadonlySet<string>): readonly string[] =>
      list(path.join(dir, 'blobs')).flatMap((folder) =>
        list(path.join(dir, 'blobs', folder))
          .filter((name) => {
            const sha = BLOB_FILE.exec(name)?.[1];
            return sha === undefined ? name.endsWith('.rhb.part') : !kept.has(sha);
          })
          .map((name) => path.join(dir, 'blobs', folder, name)),
      ),
  };
}

export type BackupFolder = ReturnType<typeof backupFolder>;

/** Length and SHA-256 of a file; undefined where there is none. */
export function sumOf(file: string): Part | undefined {
  if (!fs.existsSync(file)) return undefined;
  const handle = fs.openSync(file, 'r');
  const digest = createHash('sha256');
  const chunk = new Uint8Array(CHUNK);
  let bytes = 0;
  try {
    for (let read = -1; read !== 0; bytes += read) {
      read = fs.readSync(handle, chunk, 0, CHUNK, null);
      digest.update(chunk.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
  return { bytes, sha256: digest.digest('hex') };
}

export const isSum = (found: Part | undefined, wanted: Part): boolean =>
  found?.sha256 === wanted.sha256 && found.bytes === wanted.bytes;

/**
 * Copies a file under another name first, durably; a medium pulled out leaves only the part.
 *
 * @param root a folder that is there; those between it and the file are made
 */
export function copyDurably(from: string, to: string, root: string): void {
  makeFolders(path.dirname(to), root);
  const part = `${to}.part`;
  fs.rmSync(part, { force: true });
  const [source, target] = [fs.openSync(from, 'r'), fs.openSync(part, 'wx', FILE_MODE)];
  try {
    const chunk = new Uint8Array(CHUNK);
    for (let read = -1; read !== 0;) {
      read = fs.readSync(source, chunk, 0, CHUNK, null);
      for (let at = 0; at < read;) at += fs.writeSync(target, chunk, at, read - at);
    }
    fs.fsyncSync(target);
  } finally {
    fs.closeSync(source);
    fs.closeSync(target);
  }
  renameDurably(part, to);
}

export function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function list(dir: string): string[] {
  try {
    return fs.readdirSync(dir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
