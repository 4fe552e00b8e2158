import { daysBetween } from '#core/exports/docx/kit/dates';
import type { DateValue } from '#shared/domain/field';
import { earliestOf, latestOf, type AsOf } from './context';

/** Fewest and most days that unsure dates allow. The first day is not counted. */
export type DayRange = { readonly least: number; readonly most: number };

/** Holds that follow or overlap one another without a free day between. */
export type Stretch = {
  readonly start: DateValue;
  /** Undefined while it goes on. */
  readonly end: DateValue | undefined;
  readonly days: DayRange;
  readonly isOpen: boolean;
};

type Span = { readonly from: DateValue; readonly until: DateValue | undefined };

const day = (wall: string): string => wall.slice(0, 10);

/** The day a custody had reached on the day of the paper: its end, where that had come. */
function endsOn(until: DateValue | undefined, asOf: AsOf, pick: (v: DateValue) => string): string {
  const end = until === undefined ? asOf.on : day(pick(until));
  return end < asOf.on ? end : asOf.on;
}

function stretchOf(start: DateValue, last: Span, asOf: AsOf): Stretch {
  const firstDay = day(earliestOf(start));
  const lastDay = day(latestOf(start));
  const isOpen = last.until === undefined || day(latestOf(last.until)) >= asOf.on;
  return {
    start,
    end: isOpen ? undefined : last.until,
    isOpen,
    days: {
      least: Math.max(0, daysBetween(lastDay, endsOn(last.until, asOf, earliestOf))),
      most: Math.max(0, daysBetween(firstDay, endsOn(last.until, asOf, latestOf))),
    },
  };
}

const reach = (span: Span): string => latestOf(span.until);

/** Joins the holds of one person into stretches of custody, up to the day of the paper. */
export function stretchesOf(spans: readonly Span[], asOf: AsOf): readonly Stretch[] {
  const ordered = spans
    .filter((span) => day(earliestOf(span.from)) <= asOf.on)
    .toSorted((a, b) => (earliestOf(a.from) < earliestOf(b.from) ? -1 : 1));
  const groups: { start: DateValue; last: Span }[] = [];
  for (const span of ordered) {
    const group = groups.at(-1);
    const touches =
      group !== undefined &&
      (reach(group.last).startsWith('9999') ||
        daysBetween(reach(group.last), earliestOf(span.from)) <= 1);
    if (!touches) groups.push({ start: span.from, last: span });
    else if (reach(span) >= reach(group.last)) group.last = span;
  }
  return groups.map(({ start, last }) => stretchOf(start, last, asOf));
}

export const sumOf = (ranges: readonly DayRange[]): DayRange => ({
  least: ranges.reduce((sum, range) => sum + range.least, 0),
  most: ranges.reduce((sum, range) => sum + range.most, 0),
});
