import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError, isAppError } from '#shared/errors/app-error';
import { withAppErrors } from '#core/db/errors';
import { assertNotHeld } from '#core/db/unheld';
import { anchorFile, type AnchorPlace } from './anchor-watch';
import { syncFolder } from './durable';
import { HEADER_NAME, readHeaderPair, TWIN_NAME } from './header-file';
import { SNAPSHOT_FILE, SNAPSHOT_FOLDER } from './snapshot';
import { loadSodium } from './sodium';

/** Files that hold the wrapped key: without them nobody opens the vault, with any secret. */
const KEY_FILES = [HEADER_NAME, TWIN_NAME, `${HEADER_NAME}.part`, `${TWIN_NAME}.part`];
const DATABASE = /^(?:main|old)-[0-9]{6}\.db$/u;
const DATABASE_FILE = /^(?:main|old)-[0-9]{6}\.db(?:-wal|-journal|-shm)?$/u;
const STAGING_FILE = /\.part$/u;
const BLOB_FOLDER = /^[a-z2-7]{2}$/u;
const BLOB_FILE = /^[a-z2-7]{52}\.rhb$/u;
const FOLDERS = ['blobs', 'staging', SNAPSHOT_FOLDER];

export type Wiping = {
  readonly dir: string;
  /** Where this device remembers how far vaults had come. */
  readonly anchors?: AnchorPlace | undefined;
};

export type Wiped = {
  /** Nothing is left, not even the folder. */
  readonly isWhole: boolean;
  /** Files and folders that are still there: foreign ones, and what could not be deleted. */
  readonly left: number;
};

const kindOf = (place: string): 'file' | 'folder' | 'other' | undefined => {
  const found = fs.lstatSync(place, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
};

function namesIn(dir: string): readonly string[] {
  try {
    return fs.readdirSync(dir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new AppError('vault/missing', {}, error);
    throw error;
  }
}

/** The id in the header; undefined where it cannot be read any more. */
function vaultIdIn(dir: string): Uint8Array | undefined {
  try {
    return readHeaderPair(dir).candidates[0].header.vaultId;
  } catch (error) {
    const isUnread = ['vault/missing', 'vault/header-damaged', 'vault/newer'].some((code) =>
      isAppError(error, code as 'vault/missing'),
    );
    if (isUnread) return undefined;
    throw error;
  }
}

/**
 * Looks whether a folder holds a vault, or what a wipe that was broken off has left of one. Throws
 * `vault/missing` for any other folder, and `wipe/link` where a header is none of its own.
 */
function recognise(dir: string): { readonly names: readonly string[]; readonly id?: Uint8Array } {
  const names = namesIn(dir);
  const keys = KEY_FILES.filter((name) => names.includes(name));
  if (keys.some((name) => kindOf(path.join(dir, name)) !== 'file')) throw new AppError('wipe/link');
  const id = vaultIdIn(dir);
  if (id !== undefined) return { names, id };
  const hasDatabase = names.some((name) => DATABASE.test(name));
  const isOurs = (name: string): boolean =>
    KEY_FILES.includes(name) || DATABASE_FILE.test(name) || FOLDERS.includes(name);
  // A header that is damaged, or gone: the rest must look like a vault and nothing else.
  if (!hasDatabase || (keys.length === 0 && !names.every(isOurs))) {
    throw new AppError('vault/missing');
  }
  return { names };
}

/** Writes over the bytes of a file in place, and takes its name away. Never through a link. */
function destroy(file: string): void {
  // Where there is no such flag, as on Windows, it counts for nothing.
  const handle = fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_NOFOLLOW);
  try {
    const { size } = fs.fstatSync(handle);
    fs.writeSync(handle, randomBytes(size), 0, size, 0);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  fs.unlinkSync(file);
}

function destroyIfThere(file: string): void {
  if (kindOf(file) === 'file') destroy(file);
}

/** All of them are tried; throws `wipe/header-stays` where one could not be destroyed. */
function destroyKeys(dir: string): void {
  let failed: unknown;
  for (const name of KEY_FILES) {
    try {
      destroyIfThere(path.join(dir, name));
    } catch (error) {
      failed ??= error;
    }
  }
  if (failed !== undefined) {
    const reason = (failed as NodeJS.ErrnoException).code ?? '';
    throw new AppError('wipe/header-stays', { reason }, failed);
  }
  syncFolder(dir);
}

const tried = (act: () => void): void => {
  try {
    act();
  } catch {
    // Counted at the end, with what is still there.
  }
};

/** Deletes the files of a folder that are called as ours are; links and what is foreign stay. */
function clear(dir: string, name: RegExp): void {
  if (kindOf(dir) !== 'folder') return;
  for (const one of fs.readdirSync(dir)) {
    const place = path.join(dir, one);
    if (name.test(one) && kindOf(place) === 'file')
      tried(() => {
        fs.unlinkSync(place);
      });
  }
}

const removeEmpty = (dir: string): void => {
  if (kindOf(dir) === 'folder')
    tried(() => {
      fs.rmdirSync(dir);
    });
};

function clearBlobs(dir: string): void {
  if (kindOf(dir) !== 'folder') return;
  for (const one of fs.readdirSync(dir).filter((name) => BLOB_FOLDER.test(name))) {
    clear(path.join(dir, one), BLOB_FILE);
    removeEmpty(path.join(dir, one));
  }
}

/** All that is below a folder, as far as it does not lead out of it: node's own `recursive` does. */
function countIn(dir: string): number {
  if (kindOf(dir) !== 'folder') return 0;
  const names = fs.readdirSync(dir);
  return names.reduce((sum, name) => sum + countIn(path.join(dir, name)), names.length);
}

function found(named: string) {
  if (kindOf(named) === undefined) throw new AppError('vault/missing');
  const dir = fs.realpathSync(named);
  return { dir, ...recognise(dir) };
}

/** Name of the folder that would be wiped. Throws as `wipeVault` does where there is none. */
export const nameToWipe = (dir: string): string =>
  withAppErrors(() => path.basename(found(dir).dir));

/**
 * Destroys a vault that nobody has open. First, durably, the headers, which hold its wrapped key,
 * and what this device remembers of it: from then on no passphrase and no paper opens it. Then the
 * rest is deleted; broken off there, it is finished by another run. Backups elsewhere are not
 * touched, and an SSD may keep what was written over.
 *
 * Throws `vault/missing` where there is none, `vault/in-use`, `wipe/link`; nothing was destroyed
 * then. Throws `wipe/header-stays` where a copy of the header could not be destroyed.
 */
export async function wipeVault({ dir: named, anchors }: Wiping): Promise<Wiped> {
  // The name of the anchor is a hash.
  await loadSodium();
  return withAppErrors(() => {
    const { dir, names, id } = found(named);
    for (const name of names.filter((one) => DATABASE.test(one))) {
      const file = path.join(dir, name);
      if (kindOf(file) === 'file') assertNotHeld(file);
    }
    // It names the vault, which nobody can after the headers.
    if (anchors !== undefined && id !== undefined)
      tried(() => {
        destroyIfThere(anchorFile(anchors, id));
        syncFolder(anchors.dir);
      });
    destroyKeys(dir);
    const at = (name: string): string => path.join(dir, name);
    clearBlobs(at('blobs'));
    clear(at('staging'), STAGING_FILE);
    clear(at(SNAPSHOT_FOLDER), SNAPSHOT_FILE);
    for (const folder of FOLDERS) removeEmpty(at(folder));
    // Last: by them a wipe that was broken off is known.
    clear(dir, DATABASE_FILE);
    tried(() => {
      syncFolder(dir);
    });
    removeEmpty(dir);
    tried(() => {
      syncFolder(path.dirname(dir));
    });
    return { isWhole: !fs.existsSync(dir), left: countIn(dir) };
  });
}
