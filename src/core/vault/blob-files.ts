import * as fs from 'node:fs';
import * as path from 'node:path';
import { FILE_MODE, FOLDER_MODE, renameDurably, syncFolder } from './durable';

const BLOB_FOLDER = 'blobs';
const STAGING_FOLDER = 'staging';

const BLOB_FILE = /^([a-z2-7]{52})\.rhb$/u;

/** Nothing else is ever made a part of a path. */
export const isBlobName = (name: string): boolean => /^[a-z2-7]{52}$/u.test(name);

/** Where a vault's attachments lie. Names come from hashes, never from a user. */
export type BlobFiles = ReturnType<typeof blobFiles>;

export function blobFiles(dir: string) {
  const pathOf = (name: string) => path.join(dir, BLOB_FOLDER, name.slice(0, 2), `${name}.rhb`);
  return {
    pathOf,
    stagingPath: (random: string) => path.join(dir, STAGING_FOLDER, `${random}.part`),
    has: (name: string) => fs.existsSync(pathOf(name)),
    /** Moves a finished file to its place, durably. */
    settle: (part: string, name: string): void => {
      const folder = path.dirname(pathOf(name));
      if (fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE }) !== undefined) {
        syncFolder(path.dirname(folder));
      }
      renameDurably(part, pathOf(name));
    },
    drop: (name: string): void => {
      fs.rmSync(pathOf(name), { force: true });
    },
    /** Names of all files that look like attachments. */
    all: (): string[] => {
      const root = path.join(dir, BLOB_FOLDER);
      return list(root).flatMap((folder) =>
        list(path.join(root, folder)).flatMap((file) => {
          const name = BLOB_FILE.exec(file)?.[1];
          return name?.startsWith(folder) === true ? [name] : [];
        }),
      );
    },
    emptyStaging: (): void => {
      const staging = path.join(dir, STAGING_FOLDER);
      for (const file of list(staging)) {
        if (file.endsWith('.part')) fs.rmSync(path.join(staging, file), { force: true });
      }
    },
  };
}

export const makeBlobFolders = (dir: string): void => {
  for (const folder of [BLOB_FOLDER, STAGING_FOLDER]) {
    fs.mkdirSync(path.join(dir, folder), { recursive: true, mode: FOLDER_MODE });
  }
};

export const openNew = (file: string): Promise<fs.promises.FileHandle> =>
  fs.promises.open(file, 'wx', FILE_MODE);

function list(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
