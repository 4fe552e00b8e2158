import { parseEdtf, type EdtfPoint } from '#shared/domain/edtf';
import type { DateValue } from '#shared/domain/field';
import { Temporal } from 'temporal-polyfill';

/** Words a date is printed with. */
export type DateWords = {
  readonly months: readonly string[];
  readonly about: string;
  readonly uncertain: string;
  readonly hours: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly asWritten: string;
};

const dayText = (wall: string): string =>
  `${wall.slice(8, 10)}.${wall.slice(5, 7)}.${wall.slice(0, 4)}`;

/** `2025-05-14` as `14.05.2025`; anything else as it is. */
export const printDay = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(day) ? dayText(day) : day;

/** A wall-time minute as `14.05.2025, 10:30 hours`; a day alone as the day. */
export const printMinute = (wall: string, words: DateWords): string =>
  wall.length > 10 ? `${dayText(wall)}, ${wall.slice(11, 16)} ${words.hours}` : dayText(wall);

function exactPart(point: EdtfPoint, words: DateWords): string {
  const wall = point.earliest;
  switch (point.precision) {
    case 'year':
      return wall.slice(0, 4);
    case 'month':
      return `${words.months[Number(wall.slice(5, 7)) - 1] ?? ''} ${wall.slice(0, 4)}`;
    case 'day':
      return dayText(wall);
    case 'minute':
      return printMinute(wall, words);
  }
}

function printPoint(point: EdtfPoint, words: DateWords): string {
  const about = point.about ? `${words.about} ` : '';
  const uncertain = point.uncertain ? ` (${words.uncertain})` : '';
  return `${about}${exactPart(point, words)}${uncertain}`;
}

function printEdtf(text: string, words: DateWords): string {
  const edtf = parseEdtf(text);
  if (edtf === undefined) return text;
  const start = edtf.start && printPoint(edtf.start, words);
  const end = edtf.end && printPoint(edtf.end, words);
  if (!edtf.isRange) return start ?? text;
  if (start === undefined) return `${words.until} ${end ?? ''}`;
  return end === undefined ? `${words.from} ${start}` : `${start} ${words.to} ${end}`;
}

/**
 * A date as what it is: `14.05.2025`, `about 14.05.2025`, `May 2025`, a range.
 * The words it was written in follow; the zone only where it is not the paper's.
 */
export function printDate(
  value: DateValue | undefined,
  words: DateWords,
  zone?: string,
): string | undefined {
  if (value === undefined) return undefined;
  const date = printEdtf(value.edtf, words);
  const where = value.zone !== undefined && zone !== undefined && value.zone !== zone;
  const written = value.written === undefined ? '' : ` (${words.asWritten} “${value.written}”)`;
  return `${date}${where ? ` [${value.zone}]` : ''}${written}`;
}

/** Days from one day to another; the first is not counted. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from.slice(0, 10)).until(Temporal.PlainDate.from(to.slice(0, 10)), {
    largestUnit: 'days',
  }).days;
