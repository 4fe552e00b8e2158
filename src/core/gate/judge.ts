import { isRecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import { fieldDef } from '#shared/domain/registry';
import { byPath, strictest } from '#core/changes/standing';
import { refsOf } from '#core/changes/value';
import type { HeldChange } from '#core/db/repositories/change-rows';
import type { RecordRow } from '#core/db/repositories/record-view';
import { leavingLevel } from './levels';
import type { HoldReason, ShareOrder } from './model';
import { isNameless } from './pseudonyms';
import type { Reach, Reached } from './reach';

/** What is asked for, and all that decides about it. */
export type Rules = {
  readonly order: ShareOrder;
  /** Levels that may leave. */
  readonly levels: readonly Level[];
  /** Undefined where everything was asked for. */
  readonly reach: Reach | undefined;
};

/** How one record stands at the gate. */
export type Judged = {
  readonly reached: Reached;
  /** Why a path stays; undefined where it may leave today. */
  readonly holdOf: (path: string) => HoldReason | undefined;
  readonly heads: ReadonlySet<string>;
};

const isMark = (field: string): boolean => field.startsWith('$');

const defOf = (kind: string, field: string) =>
  isRecordKind(kind) ? fieldDef(kind, field) : undefined;

/** A value that speaks of somebody else: an element for another person, whatever the field. */
function otherIn({ reach }: Rules, change: HeldChange): HoldReason | undefined {
  const def = defOf(change.kind, change.field);
  if (reach === undefined || change.element === undefined) return undefined;
  if (def === undefined || change.value === null) return undefined;
  return refsOf(def, change.value)
    .map((target) => reach.isOther(target))
    .find((reason) => reason !== undefined);
}

/** Whether a field is part of what was asked for at all, whatever its level. */
function holdOfField({ order }: Rules, reached: Reached, kind: string, field: string) {
  const isStub = reached.part === 'stub' && !isMark(field);
  if (isStub && !reached.fields.includes(field)) return 'co-accused';
  return order.pseudonyms !== undefined && !isNameless(kind, field) ? 'pseudonym' : undefined;
}

/** The level by which a path would leave today, its rivals counted. */
function levelToday(row: RecordRow, field: string, heads: readonly HeldChange[]): Level {
  const strict = strictest(heads);
  const own = strict === defOf(row.kind, field)?.level ? undefined : strict;
  return leavingLevel(row.kind, field, row.level, own);
}

function holdToday(
  rules: Rules,
  row: RecordRow,
  reached: Reached,
  heads: readonly HeldChange[],
): HoldReason | undefined {
  const field = heads[0]?.field ?? '';
  const hold =
    holdOfField(rules, reached, row.kind, field) ??
    heads.map((head) => otherIn(rules, head)).find((one) => one !== undefined);
  if (hold !== undefined || isMark(field)) return hold;
  return rules.levels.includes(levelToday(row, field, heads)) ? undefined : 'level';
}

/** Says of every path of a record whether it may leave today. */
export function judgeRecord(
  rules: Rules,
  row: RecordRow,
  reached: Reached,
  heads: readonly HeldChange[],
): Judged {
  const today = new Map(
    [...byPath(heads)].map(([path, own]) => [path, holdToday(rules, row, reached, own)]),
  );
  return {
    reached,
    holdOf: (path) => (today.has(path) ? today.get(path) : 'level'),
    heads: new Set(heads.map((head) => head.id)),
  };
}

/** A past value leaves only if its own level and today's both allow. */
export function mayLeave(rules: Rules, judged: Judged, change: HeldChange): boolean {
  if (judged.holdOf(change.path) !== undefined || !rules.levels.includes(change.level))
    return false;
  if (rules.order.history === 'current' && !judged.heads.has(change.id)) return false;
  return otherIn(rules, change) === undefined;
}
