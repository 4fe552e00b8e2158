import { Temporal } from 'temporal-polyfill';

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

function wallMinute(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function span(groups: Record<string, string | undefined>): Omit<EdtfPoint, 'about' | 'uncertain'> {
  const year = Number(groups['year']);
  const month = groups['month'] === undefined ? undefined : Number(groups['month']);
  const day = groups['day'] === undefined ? undefined : Number(groups['day']);
  const reject = { overflow: 'reject' } as const;
  if (groups['hour'] !== undefined) {
    const time = Temporal.PlainDateTime.from(
      {
        year,
        month: month ?? 1,
        day: day ?? 1,
        hour: Number(groups['hour']),
        minute: Number(groups['minute']),
      },
      reject,
    );
    return { precision: 'minute', earliest: wallMinute(time), latest: wallMinute(time) };
  }
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, reject);
  const after = first.add({ [`${precision}s`]: 1 });
  const last = after.toPlainDateTime('00:00').subtract({ minutes: 1 });
  return {
    precision,
    earliest: wallMinute(first.toPlainDateTime('00:00')),
    latest: wallMinute(last),
  };
}

function parsePoint(text: string): EdtfPoint | undefined {
  const groups = POINT.exec(text)?.groups;
  if (groups === undefined) return undefined;
  try {
    const mark = groups['mark'];
    return {
      ...span(groups),
      about: mark === '~' || mark === '%',
      uncertain: mark === '?' || mark === '%',
    };
  } catch {
    return undefined;
  }
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
