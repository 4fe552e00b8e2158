/** Everything that can be wrong with a line of an import file, each with its plain words. */
export const FAULT_TEXTS = {
  'not-utf8': 'is not UTF-8 text; save the file as UTF-8',
  'line-too-long': 'is longer than 1 MiB',
  'not-json': 'is not one whole JSON value',
  'too-deep': 'is nested more than 32 levels deep',
  'not-an-object': 'is not a JSON object {…}',
  'duplicate-key': 'names the same key twice',
  'missing-kind': 'has no "kind"',
  'unknown-kind': 'names a kind of record that does not exist',
  'missing-id': 'has no "id"; give a key of your own such as "p1", or the id of a record',
  'bad-id':
    'is neither a lower-case UUID nor a key of letters, digits and . _ - : (at most 64, starting with a letter or digit)',
  'duplicate-id': 'was already used by an earlier line',
  'kind-differs': 'belongs to a record of another kind',
  'bad-level': 'is not one of privileged, team, public',
  'unknown-field': 'is not a field of this kind of record',
  'set-by-attach': 'is set by "rihai attach", not by an import',
  'nothing-given': 'gives no field at all',
  'not-a-list': 'takes a list […] of values',
  'not-one-value': 'takes one value, not a list',
  'too-many': 'has more than 1,000 elements',
  'wrong-type': 'has the wrong type of value',
  'not-a-choice': 'is not one of the words allowed',
  'out-of-range': 'is outside the range allowed',
  empty: 'is empty; leave the field out instead',
  'too-long': 'is longer than the field allows',
  'hidden-characters': 'contains control or direction-changing characters that hide what it says',
  'broken-text': 'contains half of a character (a lone surrogate)',
  'line-break': 'contains a line break or a tab, which this field does not allow',
  'not-a-date':
    'is not a date that exists (2025-05-14, 2025-05, 2025, 2025-05-14T10:30, a/b, ~ for about)',
  'not-a-zone': 'is not a time zone such as Asia/Karachi',
  'unknown-part': 'has a part that this field does not have',
  'missing-part': 'lacks a part that it needs',
  'unknown-reference': 'names a record that is neither in these files nor in the vault',
  'ambiguous-reference': 'names a key that several other files give',
  'wrong-reference': 'names a record of a kind that does not fit here',
} as const;

export type FaultCode = keyof typeof FAULT_TEXTS;

/** `field` is a path such as `names[0].text`; absent where the whole line is meant. Holds no value of the file. */
export type ImportFault = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly field?: string;
  readonly code: FaultCode;
  readonly text: string;
};

/** A fault before its file and line are known. */
export type Flaw = { readonly code: FaultCode; readonly field?: string };

/** After this many the rest of the input is not read. */
export const MOST_FAULTS = 200;

export const flaw = (code: FaultCode, field?: string): Flaw =>
  field === undefined ? { code } : { code, field };

export function faultAt(file: string, line: number, { code, field }: Flaw): ImportFault {
  const where = field === undefined ? {} : { field };
  return { file, line, ...where, code, text: FAULT_TEXTS[code] };
}
