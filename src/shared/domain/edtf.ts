/**
 * The part of EDTF (ISO 8601-2) that files of detainees need: a year, a month,
 * a day or a minute, each exact, about (`~`), uncertain (`?`) or both (`%`), and
 * a range of two of them, either end open (`..`).
 */
export type Precision = 'year' | 'month' | 'day' | 'minute';

/** One point of a date as it was given, with the first and last wall-time minute it may mean. */
export type EdtfPoint = {
  readonly precision: Precision;
  readonly earliest: string;
  readonly latest: string;
  readonly about: boolean;
  readonly uncertain: boolean;
};

/** `start` or `end` is undefined where the range is open. A single point has the same start and end. */
export type Edtf = {
  readonly isRange: boolean;
  readonly start: EdtfPoint | undefined;
  readonly end: EdtfPoint | undefined;
};

/** Wall-time minutes `YYYY-MM-DDTHH:MM`; undefined where a range is open. Compare as text. */
export type DateBounds = {
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
};

const POINT =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2}))?)?)?(?<mark>[~?%])?$/u;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True where every part given lies in its range: no 30th of February, no 24:00. */
function isPossible(groups: Record<string, string | undefined>): boolean {
  const { year, month = '1', day = '1', hour = '0', minute = '0' } = groups;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  const isDay = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  return isMonth && isDay && Number(hour) <= 23 && Number(minute) <= 59;
}

function precisionOf(groups: Record<string, string | undefined>): Precision {
  if (groups['hour'] !== undefined) return 'minute';
  if (groups['day'] !== undefined) return 'day';
  return groups['month'] === undefined ? 'year' : 'month';
}

// Dates are read by the thousand on import and on every list, so this stays plain arithmetic.
function span(groups: Record<string, string | undefined>): Omit<EdtfPoint, 'about' | 'uncertain'> {
  const { year = '', month, day, hour, minute = '' } = groups;
  const time = hour === undefined ? undefined : `${hour}:${minute}`;
  const [first, last] = [month ?? '01', month ?? '12'];
  const lastDay = day ?? String(daysIn(Number(year), Number(last)));
  return {
    precision: precisionOf(groups),
    earliest: `${year}-${first}-${day ?? '01'}T${time ?? '00:00'}`,
    latest: `${year}-${last}-${lastDay}T${time ?? '23:59'}`,
  };
}

function parsePoint(text: string): EdtfPoint | undefined {
  const groups = POINT.exec(text)?.groups;
  if (groups === undefined || !isPossible(groups)) return undefined;
  const mark = groups['mark'];
  return {
    ...span(groups),
    about: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

const OPEN = '..';

function parseRange(left: string, right: string): Edtf | undefined {
  const start = left === OPEN ? undefined : parsePoint(left);
  const end = right === OPEN ? undefined : parsePoint(right);
  const isRead = (left === OPEN || start) && (right === OPEN || end) && (start ?? end);
  if (!isRead || (start && end && start.earliest > end.latest)) return undefined;
  return { isRange: true, start, end };
}

/**
 * Reads an EDTF string, or gives undefined where it is none, names an
 * impossible day (`2025-02-30`), or is a range that ends before it starts.
 */
export function parseEdtf(text: string): Edtf | undefined {
  const parts = text.split('/');
  if (parts.length === 2) return parseRange(parts[0] ?? '', parts[1] ?? '');
  const point = parts.length === 1 ? parsePoint(text) : undefined;
  return point && { isRange: false, start: point, end: point };
}

/** First and last wall-time minute that an EDTF string may mean. Throws on a string that is none. */
export function boundsOf(text: string): DateBounds {
  const edtf = parseEdtf(text);
  if (edtf === undefined) throw new RangeError('not an EDTF date');
  return { earliest: edtf.start?.earliest, latest: edtf.end?.latest };
}
