import type { ActionId, ActorId, ChangeId, RecordId } from '#shared/domain/ids';
import type { ReadableDb } from '#core/db/driver';
import { changeQueries, type ChangeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import { coversOf } from './covers';
import type { Action, Change, ChangeSet } from './model';

/** What may leave: which records, and of them which changes. */
export type Selection = {
  readonly records: readonly RecordId[] | 'all';
  /** Everything of the records where it is left out. */
  readonly mayLeave?: (change: HeldChange, record: RecordRow) => boolean;
};

/** A change as it travels, with what it replaces through those that stay. */
function toWire(
  change: HeldChange,
  pairs: ReadonlyMap<ChangeId, ReturnType<ChangeQueries['pairsOf']>>,
  travels: (id: ChangeId) => boolean,
): Change {
  const { id, action, record, kind, path, value, level, claim, at } = change;
  const prev = pairs.get(id)?.prev ?? [];
  const covers = coversOf(id, travels, (one) => {
    const own = pairs.get(one);
    return own === undefined ? [] : [...own.prev, ...own.covers];
  });
  const named = new Set(prev);
  const more = [...covers].filter((one) => !named.has(one)).sort();
  return {
    ...{ id, action, record, kind, path, value, level, at, prev },
    ...(claim === undefined ? {} : { claim }),
    ...(more.length === 0 ? {} : { covers: more }),
  };
}

/** Takes changes out of a vault in the form in which they travel; nothing is written. */
export function changeExporter(db: ReadableDb) {
  const log = changeQueries(db);
  const view = recordQueries(db);

  const ofRecord = (row: RecordRow, { mayLeave }: Selection): readonly Change[] => {
    const held = log.ofRecord(row.key);
    const leaving = held.filter((change) => mayLeave?.(change, row) ?? true);
    const ids = new Set(leaving.map((change) => change.id));
    const pairs = new Map(held.map((change) => [change.id, log.pairsOf(change.key)]));
    return leaving.map((change) => toWire(change, pairs, (id) => ids.has(id)));
  };

  const actionsOf = (changes: readonly Change[]): readonly Action[] => {
    const ids = new Set<ActionId>(changes.map((change) => change.action));
    return [...ids].flatMap((id) => log.action(id) ?? []);
  };

  const namesOf = (actions: readonly Action[]) => {
    const ids = new Set<ActorId>(actions.map((action) => action.actor));
    return [...ids]
      .map((id) => ({ id, name: log.actorName(id) }))
      .filter((actor) => actor.name !== '');
  };

  return function exportChanges(selection: Selection): ChangeSet {
    const rows =
      selection.records === 'all'
        ? view.everyRecord()
        : selection.records.flatMap((id) => view.byId(id) ?? []);
    const changes = rows.flatMap((row) => ofRecord(row, selection));
    const actions = actionsOf(changes);
    return { actions, changes, actors: namesOf(actions) };
  };
}
