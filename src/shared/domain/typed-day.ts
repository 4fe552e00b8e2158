import { Temporal } from 'temporal-polyfill';

export type Lean = 'ahead' | 'behind' | 'none';

type Problem =
  | { readonly problem: 'unreadable' | 'no-such-month' }
  | { readonly problem: 'no-such-day'; readonly month: number; readonly days: number }
  | { readonly problem: 'weekday-differs'; readonly edtf: string };

type Day = { readonly edtf: string } | Problem;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORTEST = 3;

const UNREADABLE: Problem = { problem: 'unreadable' };

/** 1 for January; 0 where the word is no month. A month may be cut to three letters or more. */
function monthOf(word: string): number {
  const isCut = word.length >= SHORTEST;
  return isCut ? MONTHS.findIndex((month) => month.startsWith(word)) + 1 : 0;
}

function weekdayOf(word: string): number {
  const isCut = word.length >= SHORTEST;
  return isCut ? WEEKDAYS.findIndex((day) => day.startsWith(word)) + 1 : 0;
}

/** Two digits mean the century that puts the year within 80 years back or 19 ahead. */
function yearOf(text: string, today: Temporal.PlainDate): number {
  if (text.length > 2) return Number(text);
  const century = Math.floor(today.year / 100) * 100;
  const year = century + Number(text);
  if (year - today.year > 19) return year - 100;
  return today.year - year > 80 ? year + 100 : year;
}

const MONTHS_IN_YEAR = MONTHS.length;

function dayIn(year: number, month: number, day: number, today: Temporal.PlainDate): Day {
  if (month < 1 || month > MONTHS_IN_YEAR) return { problem: 'no-such-month' };
  const days = today.with({ year, month, day: 1 }).daysInMonth;
  if (day < 1 || day > days) return { problem: 'no-such-day', month, days };
  return { edtf: today.with({ day: 1 }).with({ year, month, day }).toString() };
}

/** The day in a year nobody typed. 29 February looks for a year that has it. */
function dayOfSomeYear(month: number, day: number, today: Temporal.PlainDate, lean: Lean): Day {
  const step = lean === 'behind' ? -1 : 1;
  const first = dayIn(today.year, month, day, today);
  if (lean === 'none') return first;
  const isLeapDay = month === 2 && day === 29;
  if ('problem' in first && !isLeapDay) return first;
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const found = dayIn(today.year + step * ahead, month, day, today);
    if ('problem' in found) continue;
    const isRight = step > 0 ? found.edtf >= today.toString() : found.edtf <= today.toString();
    if (isRight) return found;
  }
  return first;
}

type Parts = Readonly<Record<string, string>>;

/** The named parts of a match, '' for a part that was not typed; undefined where nothing matches. */
function partsOf(pattern: RegExp, text: string): Parts | undefined {
  const groups = pattern.exec(text)?.groups as Record<string, string | undefined> | undefined;
  return (
    groups && Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, part ?? '']))
  );
}

const OFFSET =
  /^(?<sign>[+-])\s?(?<count>\d{1,4})\s?(?<unit>[dwmy]?)(?:ays?|eeks?|onths?|ears?)?$/u;
const UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  d: 'days',
  w: 'weeks',
  m: 'months',
  y: 'years',
};

function offset(text: string, today: Temporal.PlainDate): Day | undefined {
  const parts = partsOf(OFFSET, text);
  if (parts === undefined) return undefined;
  const count = Number(parts['count']) * (parts['sign'] === '-' ? -1 : 1);
  const found = today.add({ [UNITS[parts['unit'] ?? ''] ?? 'days']: count });
  return found.year >= 1 && found.year <= 9999 ? { edtf: found.toString() } : UNREADABLE;
}

const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  tod: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
};

function named(text: string, today: Temporal.PlainDate): Day | undefined {
  const days = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  return days === undefined ? undefined : { edtf: today.add({ days }).toString() };
}

/** `mon` and `next mon` are the first Monday after today, `last mon` the last before it. */
function onWeekday(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const parts = partsOf(/^(?:(?<which>next|last)\s)?(?<word>[a-z]+)$/u, text);
  const weekday = weekdayOf(parts?.['word'] ?? '');
  if (weekday === 0) return undefined;
  const lastly = lean === 'behind' ? ['last', ''] : ['last'];
  const isBack = lastly.includes(parts?.['which'] ?? '');
  const ahead = (weekday - today.dayOfWeek + 7) % 7 || 7;
  const back = (today.dayOfWeek - weekday + 7) % 7 || 7;
  return { edtf: today.add({ days: isBack ? -back : ahead }).toString() };
}

const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/u;
const MONTH = /^(?<month>\d{1,2})[./-](?<year>\d{4})$/u;
const DAY =
  /^(?<day>\d{1,2})(?<sign>[./-])\s?(?<month>\d{1,2})(?:\k<sign>\s?(?<year>\d{4}|\d{2})?)?$/u;

function inFigures(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const parts = partsOf(ISO, text) ?? partsOf(MONTH, text) ?? partsOf(DAY, text);
  return parts && dayFrom(parts, Number(parts['month']), today, lean);
}

/** As exact as the parts are: a month where no day was typed. */
function dayFrom(parts: Parts, month: number, today: Temporal.PlainDate, lean: Lean): Day {
  const { day = '', year = '' } = parts;
  if (day === '') return monthIn(month, Number(year));
  return year === ''
    ? dayOfSomeYear(month, Number(day), today, lean)
    : dayIn(yearOf(year, today), month, Number(day), today);
}

const monthIn = (month: number, year: number): Day =>
  month < 1 || month > MONTHS_IN_YEAR
    ? { problem: 'no-such-month' }
    : { edtf: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` };

const DAY_FIRST =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s?(?<word>[a-z]+)\.?(?:,?\s(?<year>\d{4}))?$/u;
const MONTH_FIRST = /^(?<word>[a-z]+)\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>\d{4}))?$/u;
const MONTH_ALONE = /^(?<word>[a-z]+)\.?,?\s(?<year>\d{4})$/u;

function inWords(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const parts =
    partsOf(DAY_FIRST, text) ?? partsOf(MONTH_FIRST, text) ?? partsOf(MONTH_ALONE, text);
  const month = monthOf(parts?.['word'] ?? '');
  return parts === undefined || month === 0 ? undefined : dayFrom(parts, month, today, lean);
}

function dated(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  if (/^\d{4}$/u.test(text)) return { edtf: text };
  return inFigures(text, today, lean) ?? inWords(text, today, lean);
}

const WHOLE_DAY = 10;

/** A weekday written before a date must be the one that date has: else one of the two is wrong. */
function withWeekday(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const { word = '', rest = '' } = partsOf(/^(?<word>[a-z]+)\.?,?\s(?<rest>.+)$/u, text) ?? {};
  const weekday = weekdayOf(word);
  const day = weekday === 0 ? undefined : dated(rest, today, lean);
  if (day === undefined || 'problem' in day) return day;
  if (day.edtf.length < WHOLE_DAY) return UNREADABLE;
  const isRight = Temporal.PlainDate.from(day.edtf).dayOfWeek === weekday;
  return isRight ? day : { problem: 'weekday-differs', edtf: day.edtf };
}

/** Reads one day, month or year in lower case, without marks and time. */
export function readDay(text: string, today: Temporal.PlainDate, lean: Lean): Day {
  return (
    offset(text, today) ??
    named(text, today) ??
    onWeekday(text, today, lean) ??
    dated(text, today, lean) ??
    withWeekday(text, today, lean) ??
    UNREADABLE
  );
}
