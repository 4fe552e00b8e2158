import type { ChangeId } from '#shared/domain/ids';
import type { ChangeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import type { StoredEdit } from './edit-store';
import { groupBy } from './group-by';
import { MARK } from './model';
import { newestFirst } from './standing';
import { trashMark } from './trash';
import { canonicalJson } from './value';

/** What an undo would write to one record, and what stands in its way. */
export type RecordUndo = {
  readonly edits: readonly StoredEdit[];
  /** Later changes that rest on what is taken back. */
  readonly later: readonly HeldChange[];
  /** Changes whose value before was never held here. */
  readonly unknownBefore: readonly HeldChange[];
};

/** The changes of one record that are taken back together, with what each says it replaces. */
type Own = ReadonlyMap<
  ChangeId,
  { readonly change: HeldChange; readonly prev: readonly ChangeId[] }
>;

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

/** What a change replaced that is not itself taken back: an import may write twice to one path. */
function replacedBefore(change: HeldChange, own: Own): readonly ChangeId[] {
  const seen = new Set<ChangeId>([change.id]);
  // A set gives also what is added while it is read.
  for (const id of seen) for (const before of own.get(id)?.prev ?? []) seen.add(before);
  return [...seen].filter((id) => !own.has(id));
}

/**
 * The values before, one edit for each: taking back a settled conflict opens it again.
 * Undefined where a value before was never held.
 */
function opposite(
  log: ChangeQueries,
  change: HeldChange,
  own: Own,
): readonly StoredEdit[] | undefined {
  const prev = replacedBefore(change, own);
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

/** A record made by what is taken back goes to the trash, whole; what others wrote in it rests on it. */
function undoOfMade(log: ChangeQueries, all: readonly HeldChange[], own: Own): RecordUndo {
  const heads = all[0] === undefined ? [] : log.headsOfRecord(all[0].rec);
  const isTrashed = heads.some((head) => head.path === MARK.trash && head.value !== null);
  const later = all.filter(
    (change) => !own.has(change.id) && (isTrashed || change.path !== MARK.trash),
  );
  const edits = all.slice(0, 1).map(({ record, kind }): StoredEdit => {
    return { record, kind, path: MARK.trash, value: trashMark(heads) };
  });
  return { edits, later, unknownBefore: [] };
}

function undoOfEdited(log: ChangeQueries, own: Own): RecordUndo {
  const edits: StoredEdit[] = [];
  const unknownBefore: HeldChange[] = [];
  const later = new Map<ChangeId, HeldChange>();
  const inside = new Set([...own.values()].flatMap(({ prev }) => prev));
  for (const { change } of own.values()) {
    for (const by of log.replacersOf(change.id))
      if (by.rec === change.rec && by.path === change.path && !own.has(by.id)) later.set(by.id, by);
    if (inside.has(change.id)) continue;
    const written = opposite(log, change, own);
    if (written === undefined) unknownBefore.push(change);
    else edits.push(...written);
  }
  return { edits: joined(edits), later: [...later.values()], unknownBefore };
}

/** Says how to take the changes that are `isOwn` out of a record, given by `record.key`. */
export function recordUndo(log: ChangeQueries) {
  return (rec: number, isOwn: (change: HeldChange) => boolean): RecordUndo => {
    const all = log.ofRecord(rec);
    const own: Own = new Map(
      all.filter(isOwn).map((change) => {
        const { prev } = log.pairsOf(change.key);
        return [change.id, { change, prev }];
      }),
    );
    const [first] = all;
    const isMaker =
      first !== undefined &&
      own.has(first.id) &&
      [...own.values()].every(({ prev }) => prev.every((id) => own.has(id)));
    return isMaker ? undoOfMade(log, all, own) : undoOfEdited(log, own);
  };
}
