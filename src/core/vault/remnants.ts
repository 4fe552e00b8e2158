import { withAppErrors } from '#core/db/errors';
import { blobFiles } from './blob-files';
import { syncFolder } from './durable';
import type { OpenVault } from './ports';
import { dropSnapshot } from './snapshot';
import { dropBefore } from './upgrade';
import { writableStateOf, type VaultState } from './vault-state';

/** Stands in the database from the transaction that erased something until no copy of it is left here. */
const NOTE = 'remnants';

/** Call it inside the transaction that erases: an unlock then finishes what was broken off. */
export function noteRemnants(vault: OpenVault): void {
  writableStateOf(vault).store.setSetting(NOTE, '');
}

/**
 * Takes what was erased out of everything else the vault's folder holds: files of attachments, copies
 * from before a take-in or an upgrade, free space and write-ahead log of the database. Throws
 * `disk/…`; the next unlock tries again.
 */
export function clearRemnants(vault: OpenVault, blobs: readonly string[] = []): void {
  withAppErrors(() => {
    const files = blobFiles(vault.dir);
    for (const name of blobs) files.drop(name);
    clear(vault.dir, writableStateOf(vault));
  });
}

/** What a purge that was broken off left behind, at an unlock; the vault opens also where that fails. */
export function clearNoted(dir: string, state: VaultState): void {
  if (state.store.setting(NOTE) === undefined) return;
  try {
    withAppErrors(() => {
      clear(dir, state);
    });
  } catch {
    // A full disk: the note stays, and the next unlock tries again.
  }
}

function clear(dir: string, { database, store }: VaultState): void {
  dropSnapshot(dir);
  dropBefore(dir, store);
  syncFolder(dir);
  database.compact();
  store.dropSetting(NOTE);
}
