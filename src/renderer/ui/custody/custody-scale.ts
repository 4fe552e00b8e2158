const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Wall time as a number to measure with: every wall day is 24 hours long. Reads date or date and time. */
function wallMs(iso: string): number {
  return Date.parse(iso.length > 10 ? `${iso.slice(0, 16)}Z` : `${iso.slice(0, 10)}T00:00Z`);
}

export type Scale = {
  /** Percent of the width, from the start of the line; held within the picture. */
  readonly at: (iso: string) => number;
  /** ISO dates to write on the axis, few enough to be read. */
  readonly ticks: readonly string[];
};

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const MOST_TICKS = 6;
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

function dayTicks(from: number, until: number, step: number): string[] {
  const ticks: string[] = [];
  for (let ms = from; ms <= until; ms += step * DAY_MS) ticks.push(isoDay(ms));
  return ticks;
}

function monthTicks(from: number, until: number, step: number): string[] {
  const ticks: string[] = [];
  const start = new Date(from);
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
    const ms = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (ms > until) return ticks;
    if (ms >= from) ticks.push(isoDay(ms));
  }
}

function ticksOf(from: number, until: number): string[] {
  const days = (until - from) / DAY_MS;
  const dayStep = DAY_STEPS.find((step) => days / step <= MOST_TICKS);
  if (dayStep !== undefined) return dayTicks(from, until, dayStep);
  const months = days / 30;
  const monthStep = MONTH_STEPS.find((step) => months / step <= MOST_TICKS) ?? 240;
  return monthTicks(from, until, monthStep);
}

/** Where a moment lies between two days. Throws nothing; an end not after the start counts as a day on. */
export function scaleOf(from: string, until: string): Scale {
  const start = wallMs(from.slice(0, 10));
  const end = Math.max(wallMs(until), start + DAY_MS);
  const at = (iso: string): number =>
    Math.min(100, Math.max(0, ((wallMs(iso) - start) / (end - start)) * 100));
  return { at, ticks: ticksOf(start, end) };
}

/** Percent of the picture that a sign, and each letter after it, take in the narrowest window. */
const SIGN = 5;
const LETTER = 1.35;

/** Percent of the picture that a word without a sign takes in the narrowest window. */
export const roomOf = (word: string): number => 1 + LETTER * word.length;

/** Where a label goes so that it stays inside: after its mark, before it, or on it. */
export function labelSide(start: number, end: number, letters: number): 'after' | 'before' | 'on' {
  const room = SIGN + LETTER * letters;
  if (end + room <= 100) return 'after';
  return start >= room ? 'before' : 'on';
}
