import * as fs from 'node:fs';
import * as path from 'node:path';
import { withAppErrors } from '#core/db/errors';
import { makeFolders, renameDurably } from './durable';
import type { OpenVault } from './ports';
import { writableStateOf } from './vault-state';

/** Where copies of the database from before a take-in lie, in the vault's folder. */
export const SNAPSHOT_FOLDER = 'before';
/** A copy, also one that was broken off. */
export const SNAPSHOT_FILE = /^before-(?:take-in|folder)\.db(?:\.part)?(?:-journal|-wal)?$/u;
const NAMES = { hand: 'before-take-in.db', folder: 'before-folder.db' } as const;
const DAY_MS = 86_400_000;

/** What is about to be taken in: a bundle by hand, or what a shared folder holds. */
type Occasion = keyof typeof NAMES;

/** The database as it stood before the last take-in of this kind; under the vault's own key. */
export const snapshotFile = (dir: string, occasion: Occasion = 'hand'): string =>
  path.join(dir, SNAPSHOT_FOLDER, NAMES[occasion]);

/** Keeps a copy as `keepSnapshot` does before a shared folder is taken in, once a day at the most. */
export function keepSnapshotOfDay(vault: OpenVault): void {
  const held = fs.statSync(snapshotFile(vault.dir, 'folder'), { throwIfNoEntry: false });
  const ageMs = vault.clock.nowMs() - (held?.mtimeMs ?? 0);
  // A copy of tomorrow is one from before the clock was set.
  if (held === undefined || ageMs >= DAY_MS || ageMs < -DAY_MS) keepSnapshot(vault, 'folder');
}

/** Keeps a copy of the database as it stands, in place of the one kept before. Throws `disk/…`. */
export function keepSnapshot(vault: OpenVault, occasion: Occasion = 'hand'): void {
  withAppErrors(() => {
    const { database } = writableStateOf(vault);
    const file = snapshotFile(vault.dir, occasion);
    makeFolders(path.dirname(file));
    const part = `${file}.part`;
    fs.rmSync(part, { force: true });
    database.copyInto(part);
    renameDurably(part, file);
  });
}

/** What was purged, or sealed under another key, must not live on in an older copy. */
export function dropSnapshot(dir: string): void {
  fs.rmSync(path.join(dir, SNAPSHOT_FOLDER), { recursive: true, force: true });
}
