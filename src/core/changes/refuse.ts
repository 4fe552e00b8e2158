import type { WritableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { changeStore } from '#core/db/repositories/change-store';
import type { StoredEdit } from './edit-store';
import { groupBy } from './group-by';
import { splitPath, type Change } from './model';

/** What stood on each path before a refused change was stored. */
export type ValuesBefore = ReadonlyMap<string, readonly HeldChange[]>;

const placeOf = (change: Change): string => `${change.record} ${change.path}`;

/** Refusing keeps the foreign change in the log and writes our value on top of it. */
export function refuser(db: WritableDb) {
  const store = changeStore(db);
  const log = changeQueries(db);

  const headsOf = ({ record, kind, path }: Change): readonly HeldChange[] => {
    const row = store.record(record);
    const { field, element } = splitPath(path);
    return row === undefined ? [] : log.headsOfPath(row.key, kind, field, element);
  };

  /** One answer for each value that stood before; several, where there was a conflict, stay several. */
  const answer = (
    change: Change,
    foreign: readonly HeldChange[],
    ours: readonly HeldChange[],
  ): readonly StoredEdit[] => {
    const prev = foreign.map((head) => head.id);
    const { record, kind, path } = change;
    if (ours.length === 0) return [{ record, kind, path, value: null, prev }];
    return ours.map((own) => ({
      ...{ record, kind, path, value: own.value, level: own.level },
      ...(own.claim === undefined ? {} : { claim: own.claim }),
      prev: [...prev, own.id],
    }));
  };

  return {
    valuesBefore: (refused: readonly Change[]): ValuesBefore =>
      new Map(refused.map((change) => [placeOf(change), headsOf(change)])),
    answers: (refused: readonly Change[], before: ValuesBefore): readonly StoredEdit[] =>
      [...groupBy(refused, placeOf)].flatMap(([place, changes]) => {
        const [first] = changes;
        if (first === undefined) return [];
        const ids = new Set(changes.map((change) => change.id));
        const foreign = headsOf(first).filter((head) => ids.has(head.id));
        return foreign.length === 0 ? [] : answer(first, foreign, before.get(place) ?? []);
      }),
  };
}
