import type { z } from '#shared/domain/zod';
import { lineSchema, proseSchema, type FieldDef } from '#shared/domain/field';
import type { RecordKind } from '#shared/domain/kinds';
import type { JsonValue } from '#core/changes/model';
import { flaw, type FaultCode, type Flaw } from './faults';
import { isIdOrKey } from './ids';

type JsonObject = Readonly<Record<string, JsonValue>>;

export const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A reference inside a value: an id or local key, and the kinds it may name. */
export type RawRef = {
  /** Key of the object that holds it; absent where the value itself is the reference. */
  readonly part?: string;
  readonly target: string;
  readonly to: readonly RecordKind[] | '*';
  /** Path of the field, for faults. */
  readonly at: string;
};

/** A value that passed its checks; references still read as they were written. */
export type CheckedValue = { readonly value: JsonValue; readonly refs: readonly RawRef[] };

/** Stands in for a reference while the schema checks the rest. */
const ANY_ID = '00000000-0000-7000-8000-000000000000';
const LONE_SURROGATE = /\p{Surrogate}/u;

const KNOWN_MESSAGES: readonly FaultCode[] = [
  'empty',
  'too-long',
  'hidden-characters',
  'line-break',
  'not-a-date',
  'not-a-zone',
];

function codeOf(issue: z.core.$ZodIssue): FaultCode {
  const known = KNOWN_MESSAGES.find((code) => code === issue.message);
  if (known !== undefined) return known;
  switch (issue.code) {
    case 'invalid_value':
      return 'not-a-choice';
    case 'too_small':
    case 'too_big':
      return 'out-of-range';
    case 'unrecognized_keys':
      return 'unknown-part';
    case 'invalid_type':
      return issue.input === undefined && issue.path.length > 0 ? 'missing-part' : 'wrong-type';
    default:
      return 'wrong-type';
  }
}

const isMissing = (value: JsonValue, path: readonly PropertyKey[]): boolean => {
  let at: JsonValue | undefined = value;
  for (const step of path) {
    if (at === undefined || !isObject(at)) return false;
    at = at[String(step)];
  }
  return at === undefined;
};

function flawsOf(error: z.ZodError, value: JsonValue, at: string): readonly Flaw[] {
  return error.issues.map((issue) => {
    const path = [at, ...issue.path.map(String)].join('.');
    const code = codeOf(issue);
    return code === 'wrong-type' && isMissing(value, issue.path)
      ? flaw('missing-part', path)
      : flaw(code, path);
  });
}

/** A date may be written as its EDTF string alone. */
const dateOf = (value: JsonValue): JsonValue =>
  typeof value === 'string' ? { edtf: value } : value;

function withDates(def: FieldDef, raw: JsonValue): JsonValue {
  if (def.type === 'date') return dateOf(raw);
  if (def.dates === undefined || !isObject(raw)) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      def.dates?.includes(key) === true ? dateOf(value) : value,
    ]),
  );
}

function refsOf(def: FieldDef, value: JsonValue, at: string): readonly RawRef[] {
  if (def.type === 'ref') {
    return typeof value === 'string' ? [{ target: value, to: def.to ?? '*', at }] : [];
  }
  if (def.refs === undefined || !isObject(value)) return [];
  return Object.entries(def.refs).flatMap(([part, to]) => {
    const target = value[part];
    return typeof target === 'string' ? [{ part, target, to, at: `${at}.${part}` }] : [];
  });
}

/** Puts other texts in the place of a value's references. */
export function replaceRefs(
  { value, refs }: CheckedValue,
  replace: (ref: RawRef) => string,
): JsonValue {
  let out = value;
  for (const ref of refs) {
    if (ref.part === undefined) out = replace(ref);
    else if (isObject(out)) out = { ...out, [ref.part]: replace(ref) };
  }
  return out;
}

/** Text that no schema looks at: what a claim says, and halves of characters anywhere. */
function textFlaws(value: JsonValue, at: string, isFree: boolean): readonly Flaw[] {
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) return [flaw('broken-text', at)];
    const bad = isFree && value !== '' ? proseSchema.safeParse(value).error : undefined;
    return bad === undefined ? [] : flawsOf(bad, value, at);
  }
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).flatMap((one, index) =>
      textFlaws(one, `${at}[${String(index)}]`, isFree),
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    ...(isFree && !lineSchema.safeParse(key).success ? [flaw('hidden-characters', at)] : []),
    ...textFlaws(one, isFree ? at : `${at}.${key}`, isFree),
  ]);
}

/** Checks one value of a field (one element, where the field has many) at the path `at`. */
export function checkValue(
  def: FieldDef,
  raw: JsonValue,
  at: string,
): CheckedValue | readonly Flaw[] {
  const value = withDates(def, raw);
  const refs = refsOf(def, value, at);
  const badRefs = refs.filter((ref) => !isIdOrKey(ref.target)).map((ref) => flaw('bad-id', ref.at));
  const checked = def.schema.safeParse(replaceRefs({ value, refs }, () => ANY_ID));
  const flaws = [
    ...textFlaws(value, at, def.type === 'json'),
    ...badRefs,
    ...(checked.success ? [] : flawsOf(checked.error, value, at)),
  ];
  return flaws.length > 0 ? flaws : { value, refs };
}
