import { Temporal } from 'temporal-polyfill';
import { parseEdtf, type Edtf } from '#shared/domain/edtf';
import type { DateValue } from '#shared/domain/field';
import type { Length } from '#core/packs/model';
import type { Bounds, Said } from './model';

const MINUTES_A_DAY = 1440;
const KEPT_OFFSETS = 20_000;
const offsets = new Map<string, number | undefined>();

const utcMinutes = (wall: string): number => Date.parse(`${wall}Z`) / 60_000;

function offsetAt(day: string, zone: string): number {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone });
  return zoned.offsetNanoseconds / 60e9;
}

/** Offset of a zone through a whole day, in minutes; undefined on a day when it changes. Kept, for it is asked often. */
function steadyOffset(day: string, zone: string): number | undefined {
  const key = `${zone} ${day}`;
  if (offsets.has(key)) return offsets.get(key);
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const start = offsetAt(day, zone);
  const offset = start === offsetAt(next, zone) ? start : undefined;
  if (offsets.size >= KEPT_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/**
 * Minutes since 1970 UTC of a wall-time minute in a zone. A time that a clock
 * change skips or repeats is read as the earlier moment.
 */
export function minutesOf(wall: string, zone: string): number {
  const offset = steadyOffset(wall.slice(0, 10), zone);
  if (offset !== undefined) return utcMinutes(wall) - offset;
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'earlier' });
  return at.epochMilliseconds / 60_000;
}

const textOf = (utcMinutes: number): string =>
  new Date(utcMinutes * 60_000).toISOString().slice(0, 16);

/** Wall-time minute `YYYY-MM-DDTHH:MM` in a zone. */
export function wallOf(minutes: number, zone: string): string {
  const guess = steadyOffset(textOf(minutes).slice(0, 10), zone);
  if (guess !== undefined) {
    const local = textOf(minutes + guess);
    // Right where the offset holds through the whole of the day that it leads to.
    if (steadyOffset(local.slice(0, 10), zone) === guess) return local;
  }
  const at = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000).toZonedDateTimeISO(zone);
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day `YYYY-MM-DD` that a moment falls on in a zone. */
export const dayOf = (minutes: number, zone: string): string => wallOf(minutes, zone).slice(0, 10);

/** The first minute of the day `days` after a day. */
export function startOfDay(day: string, zone: string, days = 0): number {
  const shifted =
    days === 0 ? day : textOf(utcMinutes(`${day}T00:00`) + days * MINUTES_A_DAY).slice(0, 10);
  return minutesOf(`${shifted}T00:00`, zone);
}

/** Days from one day to another, negative where the second comes first. */
export const daysBetween = (from: string, to: string): number =>
  (utcMinutes(`${to}T00:00`) - utcMinutes(`${from}T00:00`)) / MINUTES_A_DAY;

/** A moment and a length later: hours and minutes run through clock changes, the rest follows the calendar. */
export function addLength(minutes: number, length: Length, zone: string): number {
  if (length.unit === 'minutes') return minutes + length.n;
  if (length.unit === 'hours') return minutes + length.n * 60;
  const at = Temporal.PlainDateTime.from(wallOf(minutes, zone)).add({ [length.unit]: length.n });
  return minutesOf(at.toString({ smallestUnit: 'minute' }), zone);
}

export const NO_BOUNDS: Bounds = { earliest: undefined, latest: undefined };

function dateBounds(value: DateValue, edtf: Edtf, zone: string): Bounds {
  const place = value.zone ?? zone;
  const at = (wall: string | undefined) =>
    wall === undefined ? undefined : minutesOf(wall, place);
  return { earliest: at(edtf.start?.earliest), latest: at(edtf.end?.latest) };
}

/** From the earliest to the latest moment that all that was said of a date allows. */
export function saidBounds(said: Said<DateValue>, zone: string): Bounds {
  const all = said.flatMap((value) => {
    const edtf = parseEdtf(value.edtf);
    return edtf === undefined ? [] : [dateBounds(value, edtf, zone)];
  });
  if (all.length === 0) return NO_BOUNDS;
  return {
    earliest: lowest(all.map(({ earliest }) => earliest)),
    latest: highest(all.map(({ latest }) => latest)),
  };
}

function lowest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length || known.length === 0 ? undefined : Math.min(...known);
}

function highest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length || known.length === 0 ? undefined : Math.max(...known);
}

/** The bounds of several facts that each may be the right one. */
export const joined = (all: readonly Bounds[]): Bounds => ({
  earliest: lowest(all.map(({ earliest }) => earliest)),
  latest: highest(all.map(({ latest }) => latest)),
});

/** All that was said of a date, as EDTF, for a line of reasoning: `2025-05-14|2025-05-15T10:30`. */
export const writtenSaid = (said: Said<DateValue>): string =>
  [...new Set(said.map(({ edtf }) => edtf))].join('|');
