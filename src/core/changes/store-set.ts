import type { ChangeId, RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { WritableDb } from '#core/db/driver';
import { headlessQuery } from '#core/db/repositories/change-queries';
import { changeStore } from '#core/db/repositories/change-store';
import { tombstones } from '#core/db/repositories/record-tombstones';
import { coversOf } from './covers';
import { seenIn, touch, type Touched } from './edit-store';
import { MARK, splitPath, type Change } from './model';
import { canonicalJson } from './value';
import type { CheckedSet } from './wire';

export type StoreRun = {
  readonly set: CheckedSet;
  /** Changes that are held, or will be when this run ends. */
  readonly held: ReadonlySet<ChangeId>;
  /** Called with the key of each change stored. */
  readonly mark: (key: number) => void;
  readonly touched: Touched;
  /** Called at each change that is stored. */
  readonly onStored?: (() => void) | undefined;
};

/** Stores changes of a set as they came. */
export function setStore(db: WritableDb) {
  const store = changeStore(db);
  const gone = tombstones(db);

  const recordKey = (id: RecordId, kind: string, at: number): number => {
    const record = store.record(id);
    if (record === undefined) {
      gone.lift(id);
      return store.addRecord(id, kind, at);
    }
    if (record.kind !== kind) throw new AppError('bundle/clash', { id });
    return record.key;
  };

  const actionKey = ({ actions }: CheckedSet, change: Change): number => {
    const action = actions.get(change.action);
    if (action === undefined) throw new AppError('internal');
    return store.action(action.id) ?? store.addAction(action);
  };

  const add = (set: CheckedSet, change: Change): { readonly key: number; readonly rec: number } => {
    const { field, element } = splitPath(change.path);
    const rec = recordKey(change.record, change.kind, change.at);
    const key = store.addChange({
      id: change.id,
      action: actionKey(set, change),
      rec,
      field: store.field(change.kind, field),
      element,
      value: canonicalJson(change.value),
      level: change.level,
      claim: change.claim,
      at: change.at,
    });
    for (const id of change.prev) store.addPair(id, key, true);
    return { key, rec };
  };

  /** Stores what a change replaces, also through those of the set that are not held. */
  const addCovers = ({ set, held }: StoreRun, change: Change, key: number): void => {
    const covers = coversOf(
      change.id,
      (id) => held.has(id),
      (id) => {
        const one = set.changes.get(id);
        if (one === undefined) return [];
        const seen = one.path === MARK.trash ? seenIn(one.value) : [];
        return [...one.prev, ...(one.covers ?? []), ...seen];
      },
    );
    for (const id of covers) store.addPair(id, key, false);
  };

  return {
    addCovers,
    storeAll: (run: StoreRun, changes: readonly Change[]): void => {
      for (const change of changes) {
        run.onStored?.();
        const { key, rec } = add(run.set, change);
        addCovers(run, change, key);
        run.mark(key);
        touch(run.touched, rec, splitPath(change.path).field);
      }
    },
  };
}

/** A ring of changes that replace each other would hide every value: no vault of ours makes one. */
export function headGuard(db: WritableDb) {
  const headlessOf = headlessQuery(db);
  return (touched: Touched): void => {
    for (const rec of touched.keys()) {
      const lost = headlessOf(rec);
      if (lost !== undefined) throw new AppError('bundle/clash', { id: lost });
    }
  };
}
