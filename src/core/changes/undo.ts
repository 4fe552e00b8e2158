import type { ActionId, RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { changeQueries, type ChangeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { editRunner, type StoredEdit, type WriterParts } from './edit-store';
import { groupBy } from './group-by';
import { entryReader } from './history';
import { MARK } from './model';
import type { Committed, HistoryEntry } from './ports';
import { newestFirst } from './standing';
import { trashMark } from './trash';
import { canonicalJson } from './value';

/** What an undo would write, and what stands in its way. */
export type UndoPlan = {
  readonly edits: readonly StoredEdit[];
  /** Later changes that rest on the action: undo these first. */
  readonly later: readonly HistoryEntry[];
  /** Paths whose value before was never held here. */
  readonly unknownBefore: readonly { readonly record: RecordId; readonly path: string }[];
};

const sense = (change: HeldChange): string =>
  `${canonicalJson(change.value)} ${change.level} ${change.claim ?? ''}`;

/** Writes what stood before `change`; a mark of deletion sees what stands now. */
function backTo(
  log: ChangeQueries,
  change: HeldChange,
  before: HeldChange | undefined,
): StoredEdit {
  const { record, kind, path, rec } = change;
  const value = before?.value ?? null;
  const isMark = path === MARK.trash && value !== null;
  return {
    record,
    kind,
    path,
    value: isMark ? trashMark(log.headsOfRecord(rec)) : value,
    level: before?.level ?? change.level,
    ...(before?.claim === undefined ? {} : { claim: before.claim }),
    prev: [change.id],
  };
}

/**
 * The values before, one edit for each: taking back a settled conflict opens it again.
 * Undefined where a value before was never held.
 */
function opposite(log: ChangeQueries, change: HeldChange): readonly StoredEdit[] | undefined {
  const { prev } = log.pairsOf(change.key);
  if (prev.length === 0) return [backTo(log, change, undefined)];
  const before = prev.flatMap((id) => log.byId(id) ?? []);
  if (before.length < prev.length) return undefined;
  // Written last, the value shown before is shown again.
  const inOrder = before.toSorted((a, b) => newestFirst(b, a));
  const distinct = new Map(inOrder.map((one) => [sense(one), one]));
  return [...distinct.values()].map((one) => backTo(log, change, one));
}

/** Edits that say the same of one path are one edit that replaces all they replace. */
function joined(edits: readonly StoredEdit[]): readonly StoredEdit[] {
  const groups = groupBy(edits, ({ path, value, level, claim }) =>
    canonicalJson([path, value, level ?? '', claim ?? '']),
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((edit) => ({ ...edit, prev: group.flatMap((one) => one.prev ?? []) })),
  );
}

type RecordPlan = {
  readonly edits: readonly StoredEdit[];
  readonly later: readonly HeldChange[];
  readonly unknownBefore: readonly HeldChange[];
};

/** A record that the action itself made goes to the trash, whole; what others wrote in it rests on it. */
function planOfMade(log: ChangeQueries, action: ActionId, all: readonly HeldChange[]): RecordPlan {
  const heads = all[0] === undefined ? [] : log.headsOfRecord(all[0].rec);
  const isTrashed = heads.some((head) => head.path === MARK.trash && head.value !== null);
  const later = all.filter(
    (change) => change.action !== action && (isTrashed || change.path !== MARK.trash),
  );
  const edits = all.slice(0, 1).map(({ record, kind }): StoredEdit => {
    return { record, kind, path: MARK.trash, value: trashMark(heads) };
  });
  return { edits, later, unknownBefore: [] };
}

function planOfEdited(log: ChangeQueries, own: readonly HeldChange[]): RecordPlan {
  const edits: StoredEdit[] = [];
  const unknownBefore: HeldChange[] = [];
  for (const change of own) {
    const written = opposite(log, change);
    if (written === undefined) unknownBefore.push(change);
    else edits.push(...written);
  }
  const later = own.flatMap((change) =>
    log.replacersOf(change.id).filter((by) => by.rec === change.rec && by.path === change.path),
  );
  return { edits: joined(edits), later, unknownBefore };
}

/** Takes back what one action did, by writing the opposite. */
export function undoer(parts: WriterParts) {
  const log = changeQueries(parts.db);
  const entryOf = entryReader(parts.db, parts.clock);
  const run = editRunner(parts);

  const planOfRecord = (action: ActionId, rec: number, own: readonly HeldChange[]): RecordPlan => {
    const all = log.ofRecord(rec);
    const isMaker =
      all[0]?.action === action && own.every(({ key }) => log.pairsOf(key).prev.length === 0);
    return isMaker ? planOfMade(log, action, all) : planOfEdited(log, own);
  };

  /** What undoing would write, without writing it. Throws `input/not-found`. */
  const plan = (action: ActionId): UndoPlan => {
    const changes = log.ofAction(action);
    if (changes.length === 0) throw new AppError('input/not-found', { action });
    const plans = [...groupBy(changes, (change) => change.rec)].map(([rec, own]) =>
      planOfRecord(action, rec, own),
    );
    return {
      edits: plans.flatMap((one) => one.edits),
      later: plans.flatMap((one) => one.later.map((change) => entryOf(change, false))),
      unknownBefore: plans.flatMap((one) =>
        one.unknownBefore.map(({ record, path }) => ({ record, path })),
      ),
    };
  };

  /**
   * Undoes an action, also an undo. Throws `input/undo` and writes nothing where later changes rest
   * on it (`reason` `later-changes`, with their number and the action to undo first) or where a
   * value before it is not held here (`unknown-before`).
   */
  const undo = (action: ActionId): Committed => {
    const { edits, later, unknownBefore } = plan(action);
    const last = later.at(-1);
    if (last !== undefined)
      throw new AppError('input/undo', {
        action,
        reason: 'later-changes',
        changes: later.length,
        first: last.action,
      });
    const [unknown] = unknownBefore;
    if (unknown !== undefined)
      throw new AppError('input/undo', { action, reason: 'unknown-before', ...unknown });
    return run({ what: 'undo', origin: { type: 'typed' }, edits }, action);
  };

  return { plan, undo };
}
