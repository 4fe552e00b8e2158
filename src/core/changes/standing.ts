import type { ElementId, RecordId } from '#shared/domain/ids';
import { isRecordKind } from '#shared/domain/kinds';
import { LEVELS, type Level } from '#shared/domain/levels';
import { fieldDef, recordDef } from '#shared/domain/registry';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { groupBy } from './group-by';
import { joinPath, MARK, type JsonValue } from './model';
import { upcast } from './upcast';
import { canonicalJson, isReadable, refsOf } from './value';

export type Place = { readonly field: string; readonly element: ElementId | undefined };
export type PlacedRef = Place & { readonly target: RecordId };
export type PlacedValue = Place & { readonly value: JsonValue };
export type PlacedLevel = Place & { readonly level: Level };

/** How a record stands: what the tables of the current view say of it. */
export type Standing = {
  readonly level: Level;
  readonly isTrashed: boolean;
  readonly label: string;
  /** Single-valued fields, by name. */
  readonly fields: ReadonlyMap<string, JsonValue>;
  /** Elements of many-valued fields, in order of their ids. */
  readonly elements: readonly PlacedValue[];
  readonly conflicts: readonly Place[];
  /** Values kept at another level than their field starts with; of rivals the strictest counts. */
  readonly ownLevels: readonly PlacedLevel[];
  readonly refs: readonly PlacedRef[];
};

/** Of several heads the newest is shown, then the one with the highest id. */
export const newestFirst = (a: HeldChange, b: HeldChange): number =>
  b.at - a.at || (a.id < b.id ? 1 : -1);

/** Heads by path, each list with the one shown first. */
export function byPath(heads: readonly HeldChange[]): ReadonlyMap<string, readonly HeldChange[]> {
  return groupBy(heads.toSorted(newestFirst), (head) => head.path);
}

const sense = (head: HeldChange): string =>
  head.field === MARK.trash ? String(head.value !== null) : canonicalJson(upcast(head));

/** Heads that say different things. Two desks that wrote the same value agree. */
const areRivals = (heads: readonly HeldChange[]): boolean => new Set(heads.map(sense)).size > 1;

/** The value shown for a path: that of the first head this version can read; null where it is none. */
function shownValue(kind: string, heads: readonly HeldChange[]): JsonValue {
  const [first] = heads;
  if (first === undefined || !isRecordKind(kind)) return null;
  const def = fieldDef(kind, first.field);
  if (def?.many !== (first.element !== undefined)) return null;
  for (const head of heads) {
    const value = upcast(head);
    if (value === null || isReadable(def, value)) return value;
  }
  return null;
}

const isLevel = (value: JsonValue | undefined): value is Level =>
  (LEVELS as readonly (JsonValue | undefined)[]).includes(value);

function labelOf(
  kind: string,
  fields: ReadonlyMap<string, JsonValue>,
  elements: readonly PlacedValue[],
): string {
  return isRecordKind(kind) ? recordDef(kind).label(fieldsObject(fields, elements)) : '';
}

/** Values as a view gives them: many-valued fields as lists of elements. */
export function fieldsObject(
  fields: ReadonlyMap<string, JsonValue>,
  elements: readonly PlacedValue[],
): Record<string, never> {
  const all: Record<string, unknown> = Object.fromEntries(fields);
  for (const { field, element, value } of elements) {
    const list = (all[field] ??= []) as { id: ElementId | undefined; value: JsonValue }[];
    list.push({ id: element, value });
  }
  return all as Record<string, never>;
}

/** Every record named by what is shown. */
export function refsIn(kind: string, values: Iterable<PlacedValue>): readonly PlacedRef[] {
  if (!isRecordKind(kind)) return [];
  const refs: PlacedRef[] = [];
  for (const { field, element, value } of values) {
    const def = fieldDef(kind, field);
    if (def === undefined || (def.type !== 'ref' && def.refs === undefined)) continue;
    for (const target of refsOf(def, value)) refs.push({ field, element, target });
  }
  return refs;
}

export function* placed(
  fields: ReadonlyMap<string, JsonValue>,
  elements: readonly PlacedValue[],
): Generator<PlacedValue> {
  for (const [field, value] of fields) yield { field, element: undefined, value };
  yield* elements;
}

function marksOf(
  paths: ReadonlyMap<string, readonly HeldChange[]>,
): Pick<Standing, 'level' | 'isTrashed'> {
  const level = paths.get(MARK.level)?.[0]?.value;
  const trash = paths.get(MARK.trash)?.[0]?.value ?? null;
  return { level: isLevel(level) ? level : 'team', isTrashed: trash !== null };
}

/** The strictest level among heads: whatever of them is shown must not leave more easily than any. */
export const strictest = (heads: readonly HeldChange[]): Level | undefined =>
  LEVELS.find((level) => heads.some((head) => head.level === level));

function ownLevel(kind: string, place: Place, heads: readonly HeldChange[]): PlacedLevel[] {
  const level = strictest(heads);
  const start = isRecordKind(kind) ? fieldDef(kind, place.field)?.level : undefined;
  return level === undefined || start === undefined || level === start ? [] : [{ ...place, level }];
}

const isKnown = (kind: string, field: string): boolean =>
  isRecordKind(kind) &&
  (field === MARK.level || field === MARK.trash || fieldDef(kind, field) !== undefined);

/** Works out from a record's heads alone how it stands: a function of the set of changes. */
export function standingOf(kind: string, heads: readonly HeldChange[]): Standing {
  const paths = byPath(heads);
  const fields = new Map<string, JsonValue>();
  const elements: PlacedValue[] = [];
  const conflicts: Place[] = [];
  const ownLevels: PlacedLevel[] = [];
  for (const list of paths.values()) {
    const [first] = list;
    if (first === undefined || !isKnown(kind, first.field)) continue;
    const { field, element } = first;
    if (list.length > 1 && areRivals(list)) conflicts.push({ field, element });
    const value = shownValue(kind, list);
    if (value === null) continue;
    ownLevels.push(...ownLevel(kind, { field, element }, list));
    if (element === undefined) fields.set(field, value);
    else elements.push({ field, element, value });
  }
  elements.sort((a, b) => (joinPath(a) < joinPath(b) ? -1 : 1));
  return {
    ...marksOf(paths),
    label: labelOf(kind, fields, elements),
    fields,
    elements,
    conflicts,
    ownLevels,
    refs: refsIn(kind, placed(fields, elements)),
  };
}
