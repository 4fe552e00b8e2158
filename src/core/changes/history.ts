import type { ActionId, RecordId } from '#shared/domain/ids';
import type { ReadableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { recordQueries } from '#core/db/repositories/record-view';
import type { Clock } from '#core/kernel/ports';
import { AppError } from '#shared/errors/app-error';
import type { Action, Origin } from './model';
import type { HistoryEntry } from './ports';
import { upcast } from './upcast';

const DAY_MS = 86_400_000;

/** Turns held changes into lines of history. */
export function entryReader(db: ReadableDb, clock: Clock) {
  const log = changeQueries(db);
  const actionOf = (id: ActionId): Action => {
    const action = log.action(id);
    if (action === undefined) throw new AppError('db/damaged', { part: 'action' });
    return action;
  };
  return (change: HeldChange, isHead: boolean): HistoryEntry => {
    const action = actionOf(change.action);
    const brought = log.broughtBy(change.key);
    const name = log.actorName(action.actor);
    const origin: Origin = brought
      ? { type: 'bundle', bundle: brought.id, sender: brought.sender }
      : action.origin;
    return {
      change: change.id,
      action: action.id,
      what: action.what,
      actor: action.actor,
      actorName: brought ? `${name}, says ${brought.sender}` : name,
      at: change.at,
      origin,
      path: change.path,
      value: upcast(change),
      level: change.level,
      isHead,
      isFarAhead: change.at > clock.nowMs() + DAY_MS,
    };
  };
}

/** Reads who said what, and when, from the change log. */
export function historyReader(db: ReadableDb, clock: Clock) {
  const log = changeQueries(db);
  const view = recordQueries(db);
  const entryOf = entryReader(db, clock);
  /**
   * Every change of a record, or of one of its paths, oldest first. A many-valued field (`names`)
   * stands for all its elements. Empty where the record is not held.
   */
  return function history(record: RecordId, path?: string): readonly HistoryEntry[] {
    const row = view.byId(record);
    if (row === undefined) return [];
    const heads = new Set(log.headsOfRecord(row.key).map((head) => head.id));
    return log
      .ofRecord(row.key)
      .filter((change) => path === undefined || change.path === path || change.field === path)
      .map((change) => entryOf(change, heads.has(change.id)));
  };
}
