import type { Temporal } from 'temporal-polyfill';

export type Lean = 'ahead' | 'behind' | 'none';

type Problem =
  | { readonly problem: 'unreadable' | 'no-such-month' }
  | { readonly problem: 'no-such-day'; readonly month: number; readonly days: number }
  | { readonly problem: 'weekday-differs'; readonly edtf: string };

type Day = { readonly edtf: string } | Problem;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
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
  return isCut ? LONG_MONTHS.findIndex((month) => month.startsWith(word)) + 1 : 0;
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

function dayIn(year: number, month: number, day: number, today: Temporal.PlainDate): Day {
  if (month < 1 || month > MONTHS.length) return { problem: 'no-such-month' };
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

function offset(text: string, today: Temporal.PlainDate): Day | undefined {
  const groups =
    /^(?<sign>[+-])\s?(?<count>\d{1,4})\s?(?<unit>[dwmy]?)(?:ays?|eeks?|onths?|ears?)?$/u.exec(
      text,
    )?.groups;
  if (groups === undefined) return undefined;
  const count = Number(groups['count']) * (groups['sign'] === '-' ? -1 : 1);
  const unit = ({ d: 'days', w: 'weeks', m: 'months', y: 'years' } as const)[
    (groups['unit'] ?? '') as 'd'
  ] as 'days' | undefined;
  const found = today.add({ [unit ?? 'days']: count });
  return found.year >= 1 && found.year <= 9999 ? { edtf: found.toString() } : UNREADABLE;
}

const NAMED: Readonly<Record<string, number>> = {
  today: 0,
  tod: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
};

function named(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const days = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (days !== undefined) return { edtf: today.add({ days }).toString() };
  const groups = /^(?:(?<which>next|last)\s)?(?<word>[a-z]+)$/u.exec(text)?.groups;
  const weekday = weekdayOf(groups?.['word'] ?? '');
  if (weekday === 0) return undefined;
  const isBack =
    groups?.['which'] === 'last' || (groups?.['which'] === undefined && lean === 'behind');
  const ahead = (weekday - today.dayOfWeek + 7) % 7 || 7;
  const back = (today.dayOfWeek - weekday + 7) % 7 || 7;
  return { edtf: today.add({ days: isBack ? -back : ahead }).toString() };
}

type Parts = Readonly<Record<string, string | undefined>>;

function inFigures(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const iso = /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?$/u.exec(text)?.groups;
  if (iso !== undefined)
    return iso['day'] === undefined
      ? monthIn(Number(iso['month']), Number(iso['year']))
      : dayIn(Number(iso['year']), Number(iso['month']), Number(iso['day']), today);
  const month = /^(?<month>\d{1,2})[./-](?<year>\d{4})$/u.exec(text)?.groups;
  if (month !== undefined) return monthIn(Number(month['month']), Number(month['year']));
  const day =
    /^(?<day>\d{1,2})(?<sign>[./-])\s?(?<month>\d{1,2})(?:\k<sign>\s?(?<year>\d{4}|\d{2})?)?$/u.exec(
      text,
    )?.groups;
  return day && dayFrom(day, Number(day['month']), today, lean);
}

function dayFrom(parts: Parts, month: number, today: Temporal.PlainDate, lean: Lean): Day {
  const day = Number(parts['day']);
  const year = parts['year'];
  return year === undefined
    ? dayOfSomeYear(month, day, today, lean)
    : dayIn(yearOf(year, today), month, day, today);
}

const monthIn = (month: number, year: number): Day =>
  month < 1 || month > MONTHS.length
    ? { problem: 'no-such-month' }
    : { edtf: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` };

function inWords(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const parts =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s?(?<word>[a-z]+)\.?(?:,?\s(?<year>\d{4}))?$/u.exec(text)
      ?.groups ??
    /^(?<word>[a-z]+)\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<year>\d{4}))?$/u.exec(text)
      ?.groups;
  const month = monthOf(parts?.['word'] ?? '');
  if (parts !== undefined && month > 0) return dayFrom(parts, month, today, lean);
  const whole = /^(?<word>[a-z]+)\.?,?\s(?<year>\d{4})$/u.exec(text)?.groups;
  const only = monthOf(whole?.['word'] ?? '');
  return only > 0 ? monthIn(only, Number(whole?.['year'])) : undefined;
}

function dated(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  if (/^\d{4}$/u.test(text)) return { edtf: text };
  return inFigures(text, today, lean) ?? inWords(text, today, lean);
}

/** A weekday written before a date must be the one that date has: else one of the two is wrong. */
function withWeekday(text: string, today: Temporal.PlainDate, lean: Lean): Day | undefined {
  const groups = /^(?<word>[a-z]+)\.?,?\s(?<rest>.+)$/u.exec(text)?.groups;
  const weekday = weekdayOf(groups?.['word'] ?? '');
  if (weekday === 0) return undefined;
  const day = dated(groups?.['rest'] ?? '', today, lean);
  if (day === undefined || 'problem' in day) return day;
  if (day.edtf.length < 10) return UNREADABLE;
  const [year, month, date] = day.edtf.split('-').map(Number);
  const found = today.with({ day: 1 }).with({ year: year ?? 1, month: month ?? 1, day: date ?? 1 });
  return found.dayOfWeek === weekday ? day : { problem: 'weekday-differs', edtf: day.edtf };
}

/** Reads one day, month or year in lower case, without marks and time. */
export function readDay(text: string, today: Temporal.PlainDate, lean: Lean): Day {
  return (
    offset(text, today) ??
    named(text, today, lean) ??
    dated(text, today, lean) ??
    withWeekday(text, today, lean) ??
    UNREADABLE
  );
}
