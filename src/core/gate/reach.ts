import type { RecordId } from '#shared/domain/ids';
import { fieldDef, type RecordView } from '#shared/domain/registry';
import { OWNER_FIELDS } from '#core/changes/belonging';
import type { JsonValue } from '#core/changes/model';
import type { RecordReader } from '#core/changes/ports';
import { refsOf } from '#core/changes/value';
import type { ReadableDb } from '#core/db/driver';
import { reachQueries } from '#core/db/repositories/reach-queries';
import type { HoldReason, ShareOrder } from './model';

/** Of a co-accused: that they stand in the case, by what name and alleged role. */
const STUB_FIELDS: Readonly<Record<string, readonly string[]>> = {
  accused: ['case', 'person', 'name', 'serial', 'roleAlleged'],
  person: ['names'],
};

/** How far a record is part of what was asked for. */
export type Reached =
  { readonly part: 'whole' } | { readonly part: 'stub'; readonly fields: readonly string[] };

export type Reach = {
  readonly reached: ReadonlyMap<RecordId, Reached>;
  /** Records that belong to what was asked for and to somebody else as well. */
  readonly held: ReadonlyMap<RecordId, HoldReason>;
  /** Why a reference to this record may not stand in an element that leaves. */
  readonly isOther: (target: RecordId) => HoldReason | undefined;
};

type Naming = { readonly field: string; readonly isMany: boolean; readonly target: RecordId };

const isOwner = (kind: string, field: string): boolean =>
  OWNER_FIELDS.some(([ownedKind, owner]) => ownedKind === kind && owner === field);

/** Every record that a view names, field by field. */
function namings(view: RecordView): readonly Naming[] {
  return Object.entries(view.fields as Readonly<Record<string, JsonValue>>).flatMap(
    ([field, value]) => {
      const def = fieldDef(view.kind, field);
      if (def === undefined || value === null) return [];
      const values = def.many
        ? (value as readonly { readonly value: JsonValue }[]).map((element) => element.value)
        : [value];
      return values
        .flatMap((one) => refsOf(def, one))
        .map((target) => ({ field, isMany: def.many, target }));
    },
  );
}

/** Pointed at and nobody's own part: they come along. */
const COMES_ALONG = new Set(['incident', 'contact', 'document']);

/**
 * Finds the records that an order of persons and cases is about: a person's custody and cases, with the
 * other accused of those cases by name and role alone; a case with all its accused, and of each what
 * belongs to that case. What belongs to another person or case too is held back.
 */
export function reachOf(db: ReadableDb, reader: RecordReader, order: ShareOrder): Reach {
  const { namingThis } = reachQueries(db);
  const { principals, matters } = chosen(reader, order);
  const isOfWholeCases = order.persons === undefined;
  const verdicts = new Map<RecordId, Reached | HoldReason>();

  const isOther = (target: RecordId): HoldReason | undefined => {
    const kind = reader.get(target)?.kind;
    if (kind === 'person') return principals.has(target) ? undefined : 'other-person';
    if (kind === 'case') return matters.has(target) ? undefined : 'other-case';
    if (kind === undefined || COMES_ALONG.has(kind)) return undefined;
    const verdict = judge(target);
    if (typeof verdict === 'string') return verdict;
    return verdict.part === 'stub' ? 'other-person' : undefined;
  };

  const judgeAccused = (view: RecordView): Reached | HoldReason => {
    const { case: matter, person } = (view as RecordView<'accused'>).fields;
    if (matter !== undefined && !matters.has(matter)) return 'other-case';
    const isPrincipal = person === undefined ? isOfWholeCases : principals.has(person);
    return isPrincipal ? WHOLE : STUB.accused;
  };

  const judgeOwned = (view: RecordView): Reached | HoldReason => {
    const owners = namings(view).filter(({ field }) => isOwner(view.kind, field));
    const single = owners.filter(({ isMany }) => !isMany).map(({ target }) => isOther(target));
    const found = single.find((reason) => reason !== undefined);
    if (found !== undefined) return found;
    const many = owners.filter(({ isMany }) => isMany).map(({ target }) => isOther(target));
    const isAllOthers = many.length > 0 && many.every((reason) => reason !== undefined);
    return isAllOthers ? (many[0] ?? 'other-person') : WHOLE;
  };

  const judge = (id: RecordId): Reached | HoldReason => {
    const known = verdicts.get(id);
    if (known !== undefined) return known;
    const view = reader.get(id);
    if (view === undefined) return 'other-person';
    // Two records that belong to each other do not hold each other back.
    verdicts.set(id, WHOLE);
    const verdict = view.kind === 'accused' ? judgeAccused(view) : judgeOwned(view);
    verdicts.set(id, verdict);
    return verdict;
  };

  const reached = new Map<RecordId, Reached>();
  const held = new Map<RecordId, HoldReason>();
  const open: RecordId[] = [];
  const reachOne = (id: RecordId, verdict: Reached | HoldReason): void => {
    if (reached.has(id) || held.has(id)) return;
    if (typeof verdict === 'string') {
      held.set(id, verdict);
      return;
    }
    reached.set(id, verdict);
    if (verdict.part === 'whole') open.push(id);
  };
  const reachStubPerson = (id: RecordId): void => {
    const { person } = reader.getOf('accused', id)?.fields ?? {};
    if (person !== undefined && !principals.has(person)) reachOne(person, STUB.person);
  };
  for (const id of [...principals, ...matters]) reachOne(id, WHOLE);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { record, kind, field } of namingThis(id)) {
      if (!isOwner(kind, field)) continue;
      reachOne(record, judge(record));
      if (kind === 'accused' && reached.get(record)?.part === 'stub') reachStubPerson(record);
    }
    const view = reader.get(id);
    for (const { field, target } of view === undefined ? [] : namings(view)) {
      const kind = reader.get(target)?.kind;
      const isLinked = view?.kind === 'link' && kind === 'contact';
      const comes = isLinked || !isOwner(view?.kind ?? '', field);
      if (kind !== undefined && COMES_ALONG.has(kind) && comes) reachOne(target, judge(target));
    }
  }
  return { reached, held, isOther };
}

const WHOLE: Reached = { part: 'whole' };
const STUB = {
  accused: { part: 'stub', fields: STUB_FIELDS['accused'] ?? [] },
  person: { part: 'stub', fields: STUB_FIELDS['person'] ?? [] },
} as const satisfies Readonly<Record<string, Reached>>;

/** The persons and cases an order is about; of persons all their cases, of cases all their accused. */
function chosen(reader: RecordReader, { persons, cases }: ShareOrder) {
  const matters =
    cases ??
    (persons ?? []).flatMap((person) =>
      reader.referring('accused', 'person', person).flatMap(({ fields }) => fields.case ?? []),
    );
  const principals =
    persons ??
    matters.flatMap((matter) =>
      reader.referring('accused', 'case', matter).flatMap(({ fields }) => fields.person ?? []),
    );
  return { principals: new Set(principals), matters: new Set(matters) };
}
