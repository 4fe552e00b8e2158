import { Temporal } from 'temporal-polyfill';
import { parseEdtf } from './edtf';
import { readDay, type Lean } from './typed-day';

export type { Lean } from './typed-day';

/** Why what was typed is no date. `days` is how many the month has. */
type DateProblem =
  | {
      readonly problem:
        'unreadable' | 'too-long' | 'hidden-marks' | 'no-such-month' | 'no-such-time';
    }
  | { readonly problem: 'no-such-day'; readonly month: number; readonly days: number }
  | { readonly problem: 'weekday-differs'; readonly edtf: string }
  | { readonly problem: 'end-before-start' };

/** Nothing typed is fine; a date is EDTF, as exact as what was typed and never more. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly edtf: string }
  | ({ readonly kind: 'wrong' } & DateProblem);

export type TypedDateOptions = {
  /** ISO date of today at the desk. */
  readonly today: string;
  /** Where a year was not typed: the next such day, the last one, or that of this year. */
  readonly lean: Lean;
};

const LONGEST = 80;
const RANGE = /\s*(?:\.\.\.?|…|–|—|\sto\s|\suntil\s|(?<=^\d{4}(?:-\d{2}){0,2}[~?%]?)\/|\s-\s)\s*/u;
const MARK_BEFORE = /^(?:~|about\b|around\b|circa\b|ca?\.)\s*/u;
const MARK_AFTER = /\s*(?<mark>[~?%])$/u;
const TIME = /(?:^|[\sT])(?:at\s+)?(?<hour>\d{1,2})[:.](?<minute>\d{2})$/u;

/** They are not seen, and can show the parts of a date in another order than they stand in. */
const HIDDEN_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Arabic-Indic and Persian digits, and whatever white space a paste carries along. */
function folded(text: string): string {
  return text
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\s+/gu, ' ')
    .trim();
}

type Marks = { readonly rest: string; readonly mark: string };

function withoutMarks(text: string): Marks {
  const before = MARK_BEFORE.exec(text);
  const inner = before === null ? text : text.slice(before[0].length);
  const after = MARK_AFTER.exec(inner);
  const rest = after === null ? inner : inner.slice(0, after.index);
  const typed = after?.groups?.['mark'] ?? '';
  const mark = before === null ? typed : typed === '?' || typed === '%' ? '%' : '~';
  return { rest, mark };
}

type Clock = { readonly rest: string; readonly time: string } | 'no-such-time';

/** Splits a time off the end. `9.30` is a time only after a day: alone it is a day of a month. */
function withoutTime(text: string): Clock {
  const found = TIME.exec(text);
  const groups = found?.groups;
  if (found === null || groups === undefined) return { rest: text, time: '' };
  const rest = text.slice(0, found.index).trim();
  if (rest === '' && !found[0].includes(':')) return { rest: text, time: '' };
  if (Number(groups['hour']) > 23 || Number(groups['minute']) > 59) return 'no-such-time';
  return { rest, time: `T${groups['hour']?.padStart(2, '0') ?? ''}:${groups['minute'] ?? ''}` };
}

const ISO_DAY = 10;

function readPoint(text: string, options: TypedDateOptions): TypedDate {
  const { rest, mark } = withoutMarks(text);
  const clock = withoutTime(rest);
  if (clock === 'no-such-time') return { kind: 'wrong', problem: 'no-such-time' };
  const today = Temporal.PlainDate.from(options.today);
  const day = readDay(clock.rest === '' ? 'today' : clock.rest, today, options.lean);
  if ('problem' in day) return { kind: 'wrong', ...day };
  if (clock.time !== '' && day.edtf.length < ISO_DAY)
    return { kind: 'wrong', problem: 'unreadable' };
  const edtf = `${day.edtf}${clock.time}${mark}`;
  return parseEdtf(edtf) === undefined
    ? { kind: 'wrong', problem: 'unreadable' }
    : { kind: 'date', edtf };
}

function readRange(left: string, right: string, options: TypedDateOptions): TypedDate {
  const ends: string[] = [];
  for (const side of [left, right]) {
    const point = side === '' ? { kind: 'date' as const, edtf: '..' } : readPoint(side, options);
    if (point.kind !== 'date') return point;
    ends.push(point.edtf);
  }
  const edtf = ends.join('/');
  if (parseEdtf(edtf) !== undefined) return { kind: 'date', edtf };
  return { kind: 'wrong', problem: left === right ? 'unreadable' : 'end-before-start' };
}

/**
 * Reads a date as lawyers type it: `14.5`, `14.5.2026`, `14 May`, `+2w`, `next mon`,
 * `2025-05`, `2025`, `~April 2026`, `14.5 9:30`, `2025..2026`. Guesses a year or a
 * month only where none was typed, by `lean`. Nothing throws.
 */
export function parseTypedDate(text: string, options: TypedDateOptions): TypedDate {
  if (text.length > LONGEST) return { kind: 'wrong', problem: 'too-long' };
  if (HIDDEN_MARKS.test(text)) return { kind: 'wrong', problem: 'hidden-marks' };
  const typed = folded(text);
  if (typed === '') return { kind: 'empty' };
  if (parseEdtf(typed) !== undefined) return { kind: 'date', edtf: typed };
  const plain = typed.toLowerCase();
  const cut = RANGE.exec(plain);
  if (cut === null) return readPoint(plain, options);
  return readRange(plain.slice(0, cut.index), plain.slice(cut.index + cut[0].length), options);
}
