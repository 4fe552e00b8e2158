import { AppError } from '#shared/errors/app-error';
import { changeBundles } from '#core/db/repositories/change-bundles';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { changeStore } from '#core/db/repositories/change-store';
import { finisher, touch, type Touched, type WriterParts } from './edit-store';
import { tombstones } from '#core/db/repositories/record-tombstones';
import { vaultStore } from '#core/db/repositories/vault-store';
import { entryReader } from './history';
import type { HistoryEntry } from './ports';

export type UndoneBundle = {
  /** Changes taken out. */
  readonly removed: number;
  /** Changes kept because a change made here since names them. */
  readonly kept: readonly HistoryEntry[];
  /** Changes kept because another bundle brought them too. */
  readonly shared: number;
  /** Records erased for good since it came: what it brought of them is gone already. */
  readonly erasedSince: number;
};

/** Takes the changes of one bundle out of the vault again. */
export function bundleUndoer(parts: Pick<WriterParts, 'db' | 'clock' | 'audit' | 'derivations'>) {
  const { db, clock, audit } = parts;
  const log = changeQueries(db);
  const bundles = changeBundles(db);
  const store = changeStore(db);
  const settings = vaultStore(db);
  const gone = tombstones(db);
  const finish = finisher(parts);
  const entryOf = entryReader(db, clock);

  const isNamedHere = (change: HeldChange): boolean =>
    log
      .replacersOf(change.id)
      .some(
        (by) =>
          by.rec === change.rec &&
          by.path === change.path &&
          bundles.bundlesOf(by.key).length === 0,
      );

  /** What a change replaced is from now on replaced by whatever replaced it. */
  const remove = (change: HeldChange): void => {
    const { prev, covers } = log.pairsOf(change.key);
    for (const by of log.replacersOf(change.id))
      for (const id of [...prev, ...covers]) if (id !== by.id) store.addPair(id, by.key, false);
    bundles.removeChange(change);
    // Nothing may name its attachment any more: the next unlock looks.
    if (change.kind === 'document' && change.path === 'blob' && typeof change.value === 'string')
      settings.markPendingBlob(change.value);
  };

  /** Throws `input/not-found` where no bundle of this id left anything here. */
  return function undoImport(bundleId: string): UndoneBundle {
    return db.transaction(() => {
      const bundle = bundles.bundle(bundleId);
      if (bundle === undefined) throw new AppError('input/not-found', { bundle: bundleId });
      const own: HeldChange[] = [];
      let shared = 0;
      for (const change of bundles.brought(bundle))
        if (bundles.bundlesOf(change.key).length > 1) {
          bundles.unmark(change.key, bundle);
          shared += 1;
        } else own.push(change);
      const named = new Set(own.filter(isNamedHere));
      const kept = [...named].map((change) => entryOf(change, false));
      const touched: Touched = new Map();
      for (const change of own) {
        if (named.has(change)) continue;
        remove(change);
        touch(touched, change.rec, change.field);
      }
      finish(touched);
      const erasedSince = gone.since(bundles.takenAt(bundle));
      bundles.dropBundle(bundle);
      const removed = own.length - named.size;
      audit.append('undo-import', bundleId, { removed, kept: kept.length, shared });
      return { removed, kept, shared, erasedSince };
    });
  };
}
