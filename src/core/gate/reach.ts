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

const WHOLE: Reached = { part: 'whole' };
const STUB = {
  accused: { part: 'stub', fields: STUB_FIELDS['accused'] ?? [] },
  person: { part: 'stub', fields: STUB_FIELDS['person'] ?? [] },
} as const satisfies Readonly<Record<string, Reached>>;

type Verdict = Reached | HoldReason;

/** Walks from persons and cases to all that is part of them. */
class Walk {
  readonly #reader: RecordReader;
  readonly #principals: ReadonlySet<RecordId>;
  readonly #matters: ReadonlySet<RecordId>;
  /** Asked for by cases alone: an accused without a person record belongs to them too. */
  readonly #isOfWholeCases: boolean;
  readonly #verdicts = new Map<RecordId, Verdict>();
  readonly #open: RecordId[] = [];
  readonly reached = new Map<RecordId, Reached>();
  readonly held = new Map<RecordId, HoldReason>();

  constructor(reader: RecordReader, order: ShareOrder) {
    const { principals, matters } = chosen(reader, order);
    this.#reader = reader;
    this.#principals = principals;
    this.#matters = matters;
    this.#isOfWholeCases = order.persons === undefined;
  }

  isOther(target: RecordId): HoldReason | undefined {
    const kind = this.#reader.get(target)?.kind;
    if (kind === 'person') return this.#principals.has(target) ? undefined : 'other-person';
    if (kind === 'case') return this.#matters.has(target) ? undefined : 'other-case';
    if (kind === undefined || COMES_ALONG.has(kind)) return undefined;
    const verdict = this.#judge(target);
    if (typeof verdict === 'string') return verdict;
    return verdict.part === 'stub' ? 'other-person' : undefined;
  }

  #judge(id: RecordId): Verdict {
    const known = this.#verdicts.get(id);
    if (known !== undefined) return known;
    const view = this.#reader.get(id);
    if (view === undefined) return 'other-person';
    // Two records that belong to each other do not hold each other back.
    this.#verdicts.set(id, WHOLE);
    const verdict = view.kind === 'accused' ? this.#judgeAccused(view) : this.#judgeOwned(view);
    this.#verdicts.set(id, verdict);
    return verdict;
  }

  #judgeAccused(view: RecordView): Verdict {
    const { case: matter, person } = (view as RecordView<'accused'>).fields;
    if (matter !== undefined && !this.#matters.has(matter)) return 'other-case';
    const isPrincipal = person === undefined ? this.#isOfWholeCases : this.#principals.has(person);
    return isPrincipal ? WHOLE : STUB.accused;
  }

  /** Of a field with one value any other owner decides; of many values all have to be others. */
  #judgeOwned(view: RecordView): Verdict {
    const owners = namings(view).filter(({ field }) => isOwner(view.kind, field));
    const reasons = (isMany: boolean) =>
      owners.filter((one) => one.isMany === isMany).map(({ target }) => this.isOther(target));
    const single = reasons(false).find((reason) => reason !== undefined);
    if (single !== undefined) return single;
    const many = reasons(true);
    const isAllOthers = many.length > 0 && many.every((reason) => reason !== undefined);
    return isAllOthers ? (many[0] ?? 'other-person') : WHOLE;
  }

  #reach(id: RecordId, verdict: Verdict): void {
    if (this.reached.has(id) || this.held.has(id)) return;
    if (typeof verdict === 'string') {
      this.held.set(id, verdict);
      return;
    }
    this.reached.set(id, verdict);
    if (verdict.part === 'whole') this.#open.push(id);
  }

  /** A co-accused: the record of their standing in the case, and of themselves the name. */
  #reachAccused(id: RecordId): void {
    const { person } = this.#reader.getOf('accused', id)?.fields ?? {};
    const isStub = this.reached.get(id)?.part === 'stub';
    if (isStub && person !== undefined && !this.#principals.has(person))
      this.#reach(person, STUB.person);
  }

  /** What a record only points at, and nobody else owns. */
  #reachPointed(view: RecordView): void {
    for (const { field, target } of namings(view)) {
      const kind = this.#reader.get(target)?.kind;
      if (kind === undefined || !COMES_ALONG.has(kind)) continue;
      const isLinked = view.kind === 'link' && kind === 'contact';
      if (isLinked || !isOwner(view.kind, field)) this.#reach(target, this.#judge(target));
    }
  }

  run(namingThis: ReturnType<typeof reachQueries>['namingThis']): void {
    for (const id of [...this.#principals, ...this.#matters]) this.#reach(id, WHOLE);
    for (let id = this.#open.pop(); id !== undefined; id = this.#open.pop()) {
      for (const { record, kind, field } of namingThis(id)) {
        if (!isOwner(kind, field)) continue;
        this.#reach(record, this.#judge(record));
        this.#reachAccused(record);
      }
      const view = this.#reader.get(id);
      if (view !== undefined) this.#reachPointed(view);
    }
  }
}

/**
 * Finds the records that an order of persons and cases is about: a person's custody and cases, with the
 * other accused of those cases by name and role alone; a case with all its accused, and of each what
 * belongs to that case. What belongs to another person or case too is held back.
 */
export function reachOf(db: ReadableDb, reader: RecordReader, order: ShareOrder): Reach {
  const walk = new Walk(reader, order);
  walk.run(reachQueries(db).namingThis);
  return { reached: walk.reached, held: walk.held, isOther: (target) => walk.isOther(target) };
}

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
