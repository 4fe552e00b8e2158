import { HIDDEN, type FieldDef } from '#shared/domain/field';
import { isId, type RecordId } from '#shared/domain/ids';
import type { JsonValue } from './model';

type Entries = Readonly<Record<string, JsonValue>>;

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const isEntries = (value: JsonValue): value is Entries =>
  value !== null && typeof value === 'object' && !isList(value);

/** JSON with its keys in order, so that equal values are equal text. Absent keys are left out. */
export function canonicalJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isEntries(value)) return JSON.stringify(value);
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${parts.join(',')}}`;
}

const MAX_DEPTH = 32;
const MAX_JSON_CHARS = 65_536;
const LONE_SURROGATE = /\p{Cs}/u;

/** Why a value cannot be kept as text whatever its field; undefined where it can. */
export type ShapeFault = 'hidden-characters' | 'too-long' | 'too-deep';

function shapeOf(value: JsonValue, depth: number): ShapeFault | undefined {
  if (depth > MAX_DEPTH) return 'too-deep';
  if (typeof value === 'string') {
    if (HIDDEN.test(value) || LONE_SURROGATE.test(value)) return 'hidden-characters';
    return value.length > MAX_JSON_CHARS ? 'too-long' : undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const inner: readonly (JsonValue | undefined)[] = isList(value)
    ? value
    : Object.entries(value).flat();
  for (const part of inner) {
    const fault = part === undefined ? undefined : shapeOf(part, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Looks through every text inside a value: nothing hidden, nothing endless. */
export function shapeFault(value: JsonValue): ShapeFault | undefined {
  const fault = shapeOf(value, 0);
  if (fault !== undefined || value === null || typeof value !== 'object') return fault;
  return canonicalJson(value).length > MAX_JSON_CHARS ? 'too-long' : undefined;
}

/** A value too deep to walk safely, whatever it says. */
export function depthFault(value: JsonValue, depth = 0): 'too-deep' | undefined {
  if (depth > MAX_DEPTH) return 'too-deep';
  if (value === null || typeof value !== 'object') return undefined;
  const isDeep = Object.values(value).some((part) => depthFault(part, depth + 1) !== undefined);
  return isDeep ? 'too-deep' : undefined;
}

/** This version can show the value in this field. What it cannot read stays in the log. */
export const isReadable = (def: FieldDef, value: JsonValue): boolean =>
  value !== null && shapeFault(value) === undefined && def.schema.safeParse(value).success;

/** Every record that a readable value of a field names. */
export function refsOf(def: FieldDef, value: JsonValue): readonly RecordId[] {
  const found = def.type === 'ref' ? [value] : objectRefs(def, value);
  return found.filter((id): id is RecordId => typeof id === 'string' && isId(id));
}

function objectRefs(def: FieldDef, value: JsonValue): readonly JsonValue[] {
  if (def.refs === undefined || !isEntries(value)) return [];
  return Object.keys(def.refs).map((key) => value[key] ?? null);
}
