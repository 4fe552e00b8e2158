import * as fs from 'node:fs';
import * as path from 'node:path';
import { withAppErrors } from '#core/db/errors';
import { makeFolders, renameDurably } from './durable';
import type { OpenVault } from './ports';
import { writableStateOf } from './vault-state';

const FOLDER = 'before';
const NAME = 'before-take-in.db';

/** The database as it stood before the last take-in by hand; under the vault's own key. */
export const snapshotFile = (dir: string): string => path.join(dir, FOLDER, NAME);

/** Keeps a copy of the database as it stands, in place of the one kept before. Throws `disk/…`. */
export function keepSnapshot(vault: OpenVault): void {
  withAppErrors(() => {
    const { database } = writableStateOf(vault);
    const file = snapshotFile(vault.dir);
    makeFolders(path.dirname(file));
    const part = `${file}.part`;
    fs.rmSync(part, { force: true });
    database.copyInto(part);
    renameDurably(part, file);
  });
}

/** What was purged, or sealed under another key, must not live on in an older copy. */
export function dropSnapshot(dir: string): void {
  fs.rmSync(path.join(dir, FOLDER), { recursive: true, force: true });
}
