import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { theOne } from '#core/kernel/the-one';
import { equalBytes, toHex } from '#core/kernel/bytes';
import type { FolderRow } from '#core/db/repositories/folder-store';
import { levelsFor } from '#core/gate/purposes';
import { listFolder } from './look';
import {
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  type FolderSettings,
  type KnownFolder,
  type Synced,
  type Waiting,
} from './model';
import { notesFilesOf } from './notes';
import { membersOf, stateOf, storesOf, type FolderParts } from './parts';
import { outstandingOf, syncFolder, type SyncOptions } from './sync';
import { removeParts } from './write-object';

/** The place with every link in it followed. Throws `folder/unreachable`. */
function realPlace(place: string): string {
  listFolder(place);
  return fs.realpathSync(place);
}

const isWithin = (inner: string, outer: string): boolean => {
  const way = path.relative(outer, inner);
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way));
};

/** Throws `folder/inside` where folder and vault lie in each other: the vault itself would be carried away. */
function assertApart(place: string, vaultDir: string): void {
  const vault = fs.realpathSync(vaultDir);
  if (isWithin(place, vault) || isWithin(vault, place)) throw new AppError('folder/inside');
}

function assertSettings({ purpose, level, partBytes }: FolderSettings): void {
  if (levelsFor(purpose, level).length === 0)
    throw new AppError('input/field', { reason: 'level' });
  const isSize = partBytes >= LEAST_PART_BYTES && partBytes <= MOST_PART_BYTES;
  if (!Number.isInteger(partBytes) || !isSize)
    throw new AppError('input/field', { reason: 'part-bytes' });
}

/** Reads what is kept of folders. */
function folderReader({ vault, groups, book }: FolderParts) {
  const { folders, streams } = storesOf(vault);
  return {
    known: (row: FolderRow): KnownFolder => {
      const { members, leftOut } = membersOf(groups, row);
      const { place, purpose, level, history, files, partBytes, syncedAt } = row;
      return {
        ...{ id: toHex(row.id), place, purpose, level, history, files, partBytes },
        group: groups.byId(row.group)?.name ?? '',
        members: [...members, ...leftOut].map((card) => ({
          ...{ name: card.name, state: stateOf(card) },
        })),
        syncedMs: syncedAt ?? undefined,
        waits: JSON.parse(row.waits) as Waiting[],
        outstanding: outstandingOf({ streams }, { book }, row),
      };
    },
    /** The folder of this place, or whose id begins so. Throws `input/not-found`, `input/ambiguous`. */
    find: (text: string): FolderRow => {
      const rows = folders.folders();
      const wanted = text.toLowerCase();
      const placed = rows.filter(({ place }) => place === path.resolve(text));
      const begun = rows.filter(({ id }) => text !== '' && toHex(id).startsWith(wanted));
      return theOne(placed.length > 0 ? placed : begun, text);
    },
    /** Throws `folder/known` where this group uses the place already. */
    assertFree: (place: string, group: Uint8Array): void => {
      const rows = folders.folders();
      if (rows.some((row) => row.place === place && equalBytes(row.group, group)))
        throw new AppError('folder/known');
    },
  };
}

/** Folders that carry bundles between desks: a stick, Syncthing, Nextcloud. */
export function sharedFolders(parts: FolderParts) {
  const { vault, groups } = parts;
  const { folders, streams } = storesOf(vault);
  const { known, find, assertFree } = folderReader(parts);

  return {
    /** Throws `folder/unreachable` and `folder/inside` where a place cannot be used. */
    assertUsable: (place: string): void => {
      assertApart(realPlace(path.resolve(place)), vault.dir);
    },
    list: (): readonly KnownFolder[] => folders.folders().map(known),
    show: (text: string): KnownFolder => known(find(text)),
    /**
     * Begins to use a folder for a group. Throws `folder/unreachable`, `folder/inside`, `folder/known`,
     * `input/not-found` for the group, `input/field`.
     */
    add: (place: string, settings: FolderSettings): KnownFolder => {
      const real = realPlace(path.resolve(place));
      assertApart(real, vault.dir);
      assertSettings(settings);
      const group = groups.named(settings.group);
      if (group === undefined) throw new AppError('input/not-found', { id: settings.group });
      assertFree(real, group.id);
      const { purpose, level, history, files, partBytes } = settings;
      const row: FolderRow = {
        ...{ id: vault.random.bytes(16), place: real, group: group.id },
        ...{ purpose, level, history, files, partBytes, addedAt: vault.clock.nowMs() },
        ...{ syncedAt: null, notesFiles: '[]', notesOf: '', waits: '[]' },
      };
      return vault.db.transaction(() => {
        folders.saveFolder(row);
        vault.audit.append('folder.add', toHex(row.id), { purpose, level });
        return known(row);
      });
    },
    /** The same folder in another place: a stick under another letter. Throws what `add` throws. */
    move: (text: string, place: string): KnownFolder => {
      const row = find(text);
      const real = realPlace(path.resolve(place));
      assertApart(real, vault.dir);
      assertFree(real, row.group);
      return vault.db.transaction(() => {
        folders.saveFolder({ ...row, place: real });
        vault.audit.append('folder.move', toHex(row.id));
        return known({ ...row, place: real });
      });
    },
    /**
     * Stops using a folder. With `clear` our own files in it are removed too; else they stay for those who
     * have not taken them. Throws `folder/unreachable` where they cannot be removed.
     */
    remove: (text: string, { clear }: { readonly clear: boolean }): KnownFolder => {
      const row = find(text);
      const gone = known(row);
      if (clear) {
        listFolder(row.place);
        const bundles = streams.waitingBundles(row.id);
        const ours = bundles.flatMap(({ names }) => names ?? []);
        removeParts(row.place, [...ours, ...notesFilesOf(row)]);
      }
      vault.db.transaction(() => {
        folders.dropFolder(row.id);
        vault.audit.append('folder.remove', toHex(row.id));
      });
      return gone;
    },
    sync: (text: string, options: SyncOptions = {}): Promise<Synced> =>
      syncFolder(parts, find(text), options),
  };
}
