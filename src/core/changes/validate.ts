import type { FieldDef } from '#shared/domain/field';
import { isId, type RecordId } from '#shared/domain/ids';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { LEVELS } from '#shared/domain/levels';
import { fieldDef } from '#shared/domain/registry';
import { AppError } from '#shared/errors/app-error';
import type { ErrorCode } from '#shared/errors/codes';
import type { WritableDb } from '#core/db/driver';
import { changeStore } from '#core/db/repositories/change-store';
import { tombstones } from '#core/db/repositories/record-tombstones';
import { MARK, splitPath, type Edit } from './model';
import { refsOf, shapeFault } from './value';

/** What is wrong with one edit. Params of the error: `record`, `path`, `reason`, and `part` inside an object. */
export type Fault = { readonly index: number; readonly error: AppError };

type Finding = { readonly code: ErrorCode; readonly reason: string; readonly part?: string };

const OWN_REASONS: readonly string[] = [
  'empty',
  'too-long',
  'hidden-characters',
  'line-break',
  'not-an-id',
  'not-a-zone',
  'not-a-date',
];

const field = (reason: string): Finding => ({ code: 'input/field', reason });

function valueFinding(def: FieldDef, edit: Edit): Finding | undefined {
  const shape = shapeFault(edit.value);
  if (shape !== undefined) return field(shape);
  const issue = def.schema.safeParse(edit.value).error?.issues[0];
  if (issue === undefined) return undefined;
  const reason = OWN_REASONS.includes(issue.message) ? issue.message : issue.code;
  const part = issue.path.map(String).join('.');
  return {
    code: reason === 'not-a-date' ? 'input/date' : 'input/field',
    reason: reason.replaceAll('_', '-'),
    ...(part === '' ? {} : { part }),
  };
}

const isAllowed = (to: readonly RecordKind[] | '*', kind: string): boolean =>
  to === '*' || (to as readonly string[]).includes(kind);

function referenceFinding(
  def: FieldDef,
  edit: Edit,
  kindOf: (id: RecordId) => string | undefined,
): Finding | undefined {
  const targets = def.type === 'ref' ? [def.to ?? '*'] : Object.values(def.refs ?? {});
  if (targets.length === 0) return undefined;
  const allowed = (kind: string) => targets.some((to) => isAllowed(to, kind));
  for (const target of refsOf(def, edit.value)) {
    const kind = kindOf(target);
    if (kind !== undefined && !allowed(kind))
      return { code: 'input/reference', reason: 'wrong-kind' };
  }
  return undefined;
}

function markFinding(edit: Edit): Finding | undefined {
  if (edit.path !== MARK.level) return field('unknown-field');
  const isLevel = (LEVELS as readonly unknown[]).includes(edit.value);
  return isLevel ? undefined : field('not-a-level');
}

function stampFinding(edit: Edit): Finding | undefined {
  if (!isId(edit.record)) return field('not-an-id');
  if (edit.level !== undefined && !LEVELS.includes(edit.level)) return field('not-a-level');
  if (edit.claim !== undefined && !isId(edit.claim)) return field('not-an-id');
  return undefined;
}

function findingOf(edit: Edit, kindOf: (id: RecordId) => string | undefined): Finding | undefined {
  const stamp = stampFinding(edit);
  if (stamp !== undefined) return stamp;
  if (!isRecordKind(edit.kind)) return field('unknown-kind');
  if ((kindOf(edit.record) ?? edit.kind) !== edit.kind)
    return { code: 'input/reference', reason: 'other-kind' };
  if (edit.path.startsWith('$')) return markFinding(edit);
  const { field: name, element } = splitPath(edit.path);
  const def = fieldDef(edit.kind, name);
  if (def === undefined) return field(edit.path.includes('/') ? 'not-an-element' : 'unknown-field');
  if (def.many !== (element !== undefined)) return field('not-an-element');
  if (edit.value === null) return undefined;
  return valueFinding(def, edit) ?? referenceFinding(def, edit, kindOf);
}

/**
 * Checks edits without writing anything: every fault, with the place of its edit
 * in the list. A reference to a record that is not held is allowed. `announced`
 * gives kinds of records that will exist by then (of other lines of a file);
 * those of the edits themselves are known.
 */
export function editChecker(db: WritableDb) {
  const store = changeStore(db);
  const purged = tombstones(db);
  return function validateEdits(
    edits: readonly Edit[],
    announced: ReadonlyMap<string, string> = new Map(),
  ): readonly Fault[] {
    const own = new Map<string, string>();
    for (const edit of edits) if (!own.has(edit.record)) own.set(edit.record, edit.kind);
    const held = new Map<string, string | undefined>();
    const heldKind = (id: RecordId): string | undefined => {
      if (!held.has(id)) held.set(id, store.record(id)?.kind);
      return held.get(id);
    };
    const kindOf = (id: RecordId) => heldKind(id) ?? announced.get(id) ?? own.get(id);
    const seen = new Set<string>();
    const gone = new Map<string, boolean>();
    const isPurged = (id: RecordId): boolean => {
      if (heldKind(id) !== undefined) return false;
      if (!gone.has(id)) gone.set(id, purged.has(id));
      return gone.get(id) === true;
    };
    return edits.flatMap((edit, index): readonly Fault[] => {
      const place = `${edit.record} ${edit.path}`;
      const finding =
        findingOf(edit, kindOf) ??
        (isPurged(edit.record) ? field('purged') : undefined) ??
        (seen.has(place) ? field('given-twice') : undefined);
      seen.add(place);
      if (finding === undefined) return [];
      const { code, ...params } = finding;
      return [
        { index, error: new AppError(code, { record: edit.record, path: edit.path, ...params }) },
      ];
    });
  };
}

/** The same for one list. */
export const validateEdits = (
  db: WritableDb,
  edits: readonly Edit[],
  announced?: ReadonlyMap<string, string>,
): readonly Fault[] => editChecker(db)(edits, announced);
