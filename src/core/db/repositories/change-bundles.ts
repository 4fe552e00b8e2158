import type { ActorId } from '#shared/domain/ids';
import { idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '../driver';
import {
  CHANGE_COLUMNS,
  CHANGE_JOINS,
  changeFromRow,
  type ChangeRow,
  type HeldChange,
} from './change-rows';

type Key = { readonly key: number };

/** Which bundle brought which change, and how changes leave the log again. */
export function changeBundles(db: WritableDb) {
  const bundleKey = db.prepare<Key>('SELECT key FROM bundle WHERE id = ?');
  const bundleAt = db.prepare<{ at: number }>('SELECT at FROM bundle WHERE key = ?');
  const addBundle = db.prepare('INSERT INTO bundle (id, sender, at) VALUES (?, ?, ?)');
  const dropBundle = db.prepare(
    'DELETE FROM bundle WHERE key = ? AND NOT EXISTS (SELECT 1 FROM received WHERE bundle = ?)',
  );
  const mark = db.prepare('INSERT OR IGNORE INTO received (change, bundle) VALUES (?, ?)');
  const unmark = db.prepare('DELETE FROM received WHERE change = ? AND bundle = ?');
  const unmarkAll = db.prepare('DELETE FROM received WHERE change = ?');
  const bundles = db.prepare<{ bundle: number }>('SELECT bundle FROM received WHERE change = ?');
  const brought = db.prepare<ChangeRow>(
    `SELECT ${CHANGE_COLUMNS} FROM received x JOIN change c ON c.key = x.change ${CHANGE_JOINS}
     WHERE x.bundle = ? ORDER BY c.key`,
  );
  const dropPairs = db.prepare('DELETE FROM replaced WHERE by = ?');
  const dropChange = db.prepare('DELETE FROM change WHERE key = ?');
  const dropAction = db.prepare(
    `DELETE FROM action WHERE id = ? AND NOT EXISTS (SELECT 1 FROM change WHERE change.action = action.key)`,
  );
  const addActor = db.prepare('INSERT OR IGNORE INTO actor (id, name) VALUES (?, ?)');
  return {
    bundle: (id: string): number | undefined => bundleKey.get(id)?.key,
    addBundle: (id: string, sender: string, at: number): number =>
      bundleKey.get(id)?.key ?? addBundle.run(id, sender, at).lastRowid,
    /** When it was taken in, in milliseconds. */
    takenAt: (bundle: number): number => bundleAt.get(bundle)?.at ?? 0,
    /** Forgets a bundle that has brought nothing that is still here. */
    dropBundle: (bundle: number): void => {
      dropBundle.run(bundle, bundle);
    },
    mark: (change: number, bundle: number): void => {
      mark.run(change, bundle);
    },
    unmark: (change: number, bundle: number): void => {
      unmark.run(change, bundle);
    },
    /** Keys of the bundles that brought a change; none for one made here. */
    bundlesOf: (change: number): readonly number[] => bundles.all(change).map((row) => row.bundle),
    brought: (bundle: number): readonly HeldChange[] => brought.all(bundle).map(changeFromRow),
    /** Takes a change out with its pairs; its action too when nothing else of it is held. */
    removeChange: (change: HeldChange): void => {
      dropPairs.run(change.key);
      unmarkAll.run(change.key);
      dropChange.run(change.key);
      dropAction.run(idToBytes(change.action));
    },
    /** Names an actor of another vault, unless one of this id is known. */
    addActor: (id: ActorId, name: string): void => {
      addActor.run(idToBytes(id), name);
    },
  };
}
