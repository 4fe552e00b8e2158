import type { RecordReader } from '#core/changes/ports';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import { fieldDef, recordDef, type RecordView } from '#shared/domain/registry';
import { leavingLevel } from '#core/gate/levels';
import { COURT_FIELDS } from './court-fields';
import type { Profile } from './profiles';
import { strike, withoutIdentityNumbers } from './strike';

/** Something of the file that the paper does not say. Ids and field names only. */
export type HeldBack = {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Undefined where the whole record stays back. */
  readonly field?: string;
  /** Not part of a paper of this profile; of a level that may not go there; printed shortened. */
  readonly reason: 'profile' | 'level' | 'shortened';
};

export type ProjectionOptions = {
  /** Whole addresses instead of districts, whole identity numbers instead of their end: for a court only. */
  readonly fullAddresses?: boolean;
  readonly fullIdentity?: boolean;
};

/** A reader that gives only what the profile allows: what it leaves out exists nowhere behind it. */
export type Projection = {
  readonly reader: RecordReader;
  readonly heldBack: () => readonly HeldBack[];
  /** Records handed out so far. */
  readonly seen: () => readonly RecordView[];
  /** Whether a record of this kind, or a value by its level, stays back. */
  readonly isPartial: (kind: RecordKind) => boolean;
};

const rootOf = (path: string): string => path.split('/')[0] ?? path;

/** The level a value of a record leaves by, as the gate has it. */
export const levelOf = (view: RecordView, path: string): Level =>
  leavingLevel(
    view.kind,
    rootOf(path),
    view.level,
    view.levels?.[path] ?? view.levels?.[rootOf(path)],
  );

const allows = (profile: Profile, kind: RecordKind, field: string): boolean =>
  (profile.fields[kind] as readonly string[] | undefined)?.includes(field) === true;

const isOfBriefs = (kind: RecordKind, field: string): boolean =>
  ((COURT_FIELDS as Profile['fields'])[kind] as readonly string[] | undefined)?.includes(field) ===
  true;

type Element = { readonly id: string; readonly value: unknown };
type Fields = Readonly<Record<string, unknown>>;

class Projector {
  readonly #source: RecordReader;
  readonly #profile: Profile;
  readonly #options: ProjectionOptions;
  readonly #names: readonly string[];
  readonly #views = new Map<RecordId, RecordView | undefined>();
  readonly #heldBack = new Map<string, HeldBack>();

  constructor(
    source: RecordReader,
    profile: Profile,
    options: ProjectionOptions,
    names: readonly string[],
  ) {
    this.#source = source;
    this.#profile = profile;
    this.#options = profile.name === 'court' ? options : {};
    this.#names = names;
  }

  seen(): readonly RecordView[] {
    return [...this.#views.values()].filter((view) => view !== undefined);
  }

  heldBack(): readonly HeldBack[] {
    return [...this.#heldBack.values()];
  }

  isPartial(kind: RecordKind): boolean {
    return this.heldBack().some(
      (item) => item.kind === kind && (item.field === undefined || item.reason === 'level'),
    );
  }

  #hold(view: RecordView, field: string | undefined, reason: HeldBack['reason']): void {
    const item = {
      kind: view.kind,
      record: view.id,
      ...(field === undefined ? {} : { field }),
      reason,
    };
    this.#heldBack.set(`${view.id} ${field ?? ''} ${reason}`, item);
  }

  view(view: RecordView | undefined): RecordView | undefined {
    if (view === undefined || view.isTrashed) return undefined;
    if (!this.#views.has(view.id)) {
      // Set before it is made: a claim looks at the record it is about.
      this.#views.set(view.id, undefined);
      this.#views.set(view.id, this.#project(view));
    }
    return this.#views.get(view.id);
  }

  #project(view: RecordView): RecordView | undefined {
    if (this.#profile.fields[view.kind] === undefined) {
      this.#hold(view, undefined, 'profile');
      return undefined;
    }
    const isHidden = !this.#profile.levels.includes(view.level) || !this.#mayClaim(view);
    if (isHidden) {
      this.#hold(view, undefined, 'level');
      return undefined;
    }
    const fields: Fields = Object.fromEntries(
      Object.entries(view.fields as Fields)
        .map(([field, value]) => [field, this.#field(view, field, value)] as const)
        .filter(([, value]) => value !== undefined),
    );
    const conflicts = Object.fromEntries(
      Object.entries(view.conflicts)
        .filter(([path]) => this.#mayShow(view, rootOf(path), path))
        .map(([path, values]) => [
          path,
          values.map((value) => this.#value(view, rootOf(path), value)),
        ]),
    );
    const label = recordDef(view.kind).label(fields);
    return { ...view, fields, conflicts, label, levels: {} };
  }

  #mayShow(view: RecordView, field: string, path: string): boolean {
    if (!allows(this.#profile, view.kind, field)) {
      if (isOfBriefs(view.kind, field)) this.#hold(view, field, 'profile');
      return false;
    }
    const isCleared = this.#profile.levels.includes(levelOf(view, path));
    if (!isCleared) this.#hold(view, field, 'level');
    return isCleared;
  }

  #field(view: RecordView, field: string, value: unknown): unknown {
    if (value === undefined || value === null) return undefined;
    if (fieldDef(view.kind, field)?.many !== true) {
      return this.#mayShow(view, field, field) ? this.#value(view, field, value) : undefined;
    }
    const kept = (value as readonly Element[])
      .filter((element) => this.#mayShow(view, field, `${field}/${element.id}`))
      .map((element) => ({ ...element, value: this.#value(view, field, element.value) }));
    return kept.length === 0 ? undefined : kept;
  }

  /** A claim may be shown where the field it is about may be. */
  #mayClaim(view: RecordView): boolean {
    if (view.kind !== 'claim') return true;
    const { about, field = '' } = (view as RecordView<'claim'>).fields;
    const target = about === undefined ? undefined : this.#source.get(about);
    if (target === undefined) return this.#profile.name === 'court';
    return (
      allows(this.#profile, target.kind, rootOf(field)) &&
      this.#profile.levels.includes(levelOf(target, field)) &&
      this.view(target) !== undefined
    );
  }

  #value(view: RecordView, field: string, value: unknown): unknown {
    const target = view.kind === 'claim' && field === 'value' ? this.#claimed(view) : field;
    const shortened = this.#shorten(target, value);
    if (shortened !== value) this.#hold(view, field, 'shortened');
    const names = this.#profile.namesWitnesses ? [] : this.#names;
    return strike(shortened, names, this.#options.fullIdentity !== true);
  }

  #claimed(view: RecordView): string {
    return rootOf((view as RecordView<'claim'>).fields.field ?? '');
  }

  #shorten(field: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const parts = value as Fields;
    if (field === 'addresses' && this.#options.fullAddresses !== true && 'text' in parts) {
      return Object.fromEntries(Object.entries(parts).filter(([key]) => key !== 'text'));
    }
    if (field === 'identityDocuments' && this.#options.fullIdentity !== true) {
      const number = parts['number'];
      if (typeof number === 'string')
        return { ...parts, number: withoutIdentityNumbers(number, true) };
    }
    return value;
  }
}

/** Wraps a reader so that everything read through it is what the profile allows. `witnesses` are struck from running text where they may not be named. */
export function project(
  source: RecordReader,
  profile: Profile,
  options: ProjectionOptions,
  witnesses: readonly string[],
): Projection {
  const projector = new Projector(source, profile, options, witnesses);
  const keep = <K extends RecordKind>(views: readonly RecordView<K>[]): RecordView<K>[] =>
    views
      .map((view) => projector.view(view) as RecordView<K> | undefined)
      .filter((view) => view !== undefined);
  const reader: RecordReader = {
    get: (id) => projector.view(source.get(id)),
    getOf: <K extends RecordKind>(kind: K, id: RecordId | undefined) =>
      projector.view(source.getOf(kind, id)) as RecordView<K> | undefined,
    referring: (kind, field, target) => keep(source.referring(kind, field, target)),
    all: (kind) => keep(source.all(kind)),
  };
  return {
    reader,
    heldBack: () => projector.heldBack(),
    seen: () => projector.seen(),
    isPartial: (kind) => projector.isPartial(kind),
  };
}
