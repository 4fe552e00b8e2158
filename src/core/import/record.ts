import type { FieldDef } from '#shared/domain/field';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { LEVELS, type Level } from '#shared/domain/levels';
import { fieldDef } from '#shared/domain/registry';
import type { JsonValue } from '#core/changes/model';
import { flaw, type Flaw } from './faults';
import { isIdOrKey } from './ids';
import { parseStrictJson } from './strict-json';
import { checkValue, isObject, type CheckedValue } from './values';

/** One value of a record as its line gives it. */
export type RawValue = CheckedValue & {
  readonly field: string;
  readonly isMany: boolean;
  /** Id or key of the element, where the line names one. */
  readonly element?: string;
  readonly level?: Level;
};

/** One line that passed every check that needs no other line. */
export type RawRecord = {
  readonly kind: RecordKind;
  /** Id or local key. */
  readonly id: string;
  readonly level?: Level;
  readonly values: readonly RawValue[];
};

export type ReadRecord =
  | { readonly isOk: true; readonly record: RawRecord }
  | { readonly isOk: false; readonly flaws: readonly Flaw[]; readonly id?: string };

const OWN_KEYS = new Set(['kind', 'id', 'level', 'levels']);
const MOST_ELEMENTS = 1000;

/** What stands for the bytes of a document; only taking in the bytes may set it. */
export const SET_BY_ATTACH: ReadonlySet<string> = new Set(['blob', 'sha256', 'sizeBytes']);

const isLevel = (value: JsonValue | undefined): value is Level =>
  LEVELS.some((level) => level === value);

/** A key of the file as a fault may show it: short, and nothing in it that steers a terminal. */
function shownKey(key: string): string {
  const plain = key.replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '?');
  return plain.length > 64 ? `${plain.slice(0, 64)}…` : plain;
}

type Read = { readonly values: readonly RawValue[]; readonly flaws: readonly Flaw[] };

/** `{"id":…,"value":…}` names the element; anything else is its value. */
function namedElement(raw: JsonValue): { id: JsonValue; value: JsonValue } | undefined {
  if (!isObject(raw) || Object.keys(raw).length !== 2) return undefined;
  const { id, value } = raw;
  return id === undefined || value === undefined ? undefined : { id, value };
}

function readElement(def: FieldDef, name: string, raw: JsonValue, at: string): Read {
  const named = namedElement(raw);
  if (named === undefined) return readOne(def, raw, at, { field: name, isMany: true });
  if (typeof named.id !== 'string' || !isIdOrKey(named.id)) {
    return { values: [], flaws: [flaw('bad-id', `${at}.id`)] };
  }
  const base = { field: name, isMany: true, element: named.id };
  if (named.value === null) return { values: [{ ...base, value: null, refs: [] }], flaws: [] };
  return readOne(def, named.value, `${at}.value`, base);
}

function readOne(
  def: FieldDef,
  raw: JsonValue,
  at: string,
  base: Omit<RawValue, keyof CheckedValue>,
): Read {
  const checked = checkValue(def, raw, at);
  return 'refs' in checked
    ? { values: [{ ...base, ...checked }], flaws: [] }
    : { values: [], flaws: checked };
}

function repeatedIds(name: string, values: readonly RawValue[]): readonly Flaw[] {
  const given = values.flatMap(({ element }) => (element === undefined ? [] : [element]));
  return new Set(given).size === given.length ? [] : [flaw('duplicate-id', name)];
}

function readField(def: FieldDef, name: string, raw: JsonValue): Read {
  if (def.many) {
    if (!Array.isArray(raw)) return { values: [], flaws: [flaw('not-a-list', name)] };
    const list = raw as readonly JsonValue[];
    if (list.length > MOST_ELEMENTS) return { values: [], flaws: [flaw('too-many', name)] };
    const read = list.map((one, index) => readElement(def, name, one, `${name}[${String(index)}]`));
    const values = read.flatMap((one) => one.values);
    return { values, flaws: [...read.flatMap(({ flaws }) => flaws), ...repeatedIds(name, values)] };
  }
  if (raw === null) {
    return { values: [{ field: name, isMany: false, value: null, refs: [] }], flaws: [] };
  }
  if (Array.isArray(raw) && def.type !== 'json') {
    return { values: [], flaws: [flaw('not-one-value', name)] };
  }
  return readOne(def, raw, name, { field: name, isMany: false });
}

function readLevels(kind: RecordKind, raw: JsonValue | undefined): readonly Flaw[] {
  if (raw === undefined) return [];
  if (!isObject(raw)) return [flaw('wrong-type', 'levels')];
  return Object.entries(raw).flatMap(([name, level]) => {
    const at = `levels.${shownKey(name)}`;
    if (fieldDef(kind, name) === undefined) return [flaw('unknown-field', at)];
    return isLevel(level) ? [] : [flaw('bad-level', at)];
  });
}

function readFields(kind: RecordKind, raw: Readonly<Record<string, JsonValue>>): Read {
  const read = Object.entries(raw)
    .filter(([name]) => !OWN_KEYS.has(name))
    .map(([name, value]): Read => {
      const def = fieldDef(kind, name);
      if (def === undefined) return { values: [], flaws: [flaw('unknown-field', shownKey(name))] };
      if (kind === 'document' && SET_BY_ATTACH.has(name)) {
        return { values: [], flaws: [flaw('set-by-attach', name)] };
      }
      return readField(def, name, value);
    });
  return {
    values: read.flatMap(({ values }) => values),
    flaws: read.flatMap(({ flaws }) => flaws),
  };
}

function headFlaws(raw: Readonly<Record<string, JsonValue>>): readonly Flaw[] {
  const { kind, id, level } = raw;
  const flaws: Flaw[] = [];
  if (kind === undefined) flaws.push(flaw('missing-kind'));
  else if (typeof kind !== 'string' || !isRecordKind(kind))
    flaws.push(flaw('unknown-kind', 'kind'));
  if (id === undefined) flaws.push(flaw('missing-id'));
  else if (typeof id !== 'string' || !isIdOrKey(id)) flaws.push(flaw('bad-id', 'id'));
  if (level !== undefined && !isLevel(level)) flaws.push(flaw('bad-level', 'level'));
  return flaws;
}

function withLevels(read: Read, levels: JsonValue | undefined): readonly RawValue[] {
  if (levels === undefined || !isObject(levels)) return read.values;
  return read.values.map((value) => {
    const level = levels[value.field];
    return isLevel(level) ? { ...value, level } : value;
  });
}

function readObject(raw: Readonly<Record<string, JsonValue>>, kind: RecordKind): ReadRecord {
  const { id, level, levels } = raw;
  const read = readFields(kind, raw);
  const flaws = [...headFlaws(raw), ...readLevels(kind, levels), ...read.flaws];
  if (flaws.length === 0 && read.values.length === 0 && level === undefined) {
    flaws.push(flaw('nothing-given'));
  }
  if (flaws.length > 0 || typeof id !== 'string') return { isOk: false, flaws, ...knownId(raw) };
  const own = isLevel(level) ? { level } : {};
  return { isOk: true, record: { kind, id, ...own, values: withLevels(read, levels) } };
}

const knownId = ({ id }: Readonly<Record<string, JsonValue>>): { id?: string } =>
  typeof id === 'string' && isIdOrKey(id) ? { id } : {};

/** Reads one line as a record and answers with it, or with everything that is wrong with it. */
export function readRecord(text: string): ReadRecord {
  const parsed = parseStrictJson(text);
  if (!parsed.isOk) return { isOk: false, flaws: [parsed.flaw] };
  const raw = parsed.value;
  if (!isObject(raw)) return { isOk: false, flaws: [flaw('not-an-object')] };
  const { kind } = raw;
  return typeof kind === 'string' && isRecordKind(kind)
    ? readObject(raw, kind)
    : { isOk: false, flaws: headFlaws(raw), ...knownId(raw) };
}
