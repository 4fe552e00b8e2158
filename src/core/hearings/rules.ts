import { daysBetween } from '#core/clocks/index';
import type { RecordId } from '#shared/domain/ids';
import type { FieldsOf } from '#shared/domain/registry';

type Fields = FieldsOf<'hearing'>;
export type AdjournReason = NonNullable<Fields['adjournReason']>;
export type AdjournedBy = NonNullable<Fields['adjournedBy']>;

/** A hearing of one proceeding; `on` is its day `YYYY-MM-DD`, the earliest it may mean. */
export type HearingDay = {
  readonly id: RecordId;
  readonly on: string | undefined;
  readonly status: Fields['status'];
  readonly adjournReason: Fields['adjournReason'];
  readonly adjournedBy: Fields['adjournedBy'];
  readonly next: RecordId | undefined;
};

export type ChainLink = {
  readonly hearing: HearingDay;
  readonly previous: RecordId | undefined;
  /** The hearing named as next, or the following one by date. */
  readonly next: RecordId | undefined;
};

const byDay = (a: HearingDay, b: HearingDay): number =>
  (a.on ?? '9999').localeCompare(b.on ?? '9999') || (a.id < b.id ? -1 : 1);

/** Hearings of a proceeding in order, each with the one before and the one after it. */
export function chainOf(hearings: readonly HearingDay[]): readonly ChainLink[] {
  const ordered = hearings.toSorted(byDay);
  const known = new Set(ordered.map(({ id }) => id));
  const previous = new Map<RecordId, RecordId>();
  for (const { id, next } of ordered)
    if (next !== undefined && next !== id && known.has(next)) previous.set(next, id);
  return ordered.map((hearing, at) => ({
    hearing,
    previous: previous.get(hearing.id) ?? ordered[at - 1]?.id,
    next:
      hearing.next !== undefined && known.has(hearing.next) ? hearing.next : ordered[at + 1]?.id,
  }));
}

export type DelayRow = {
  readonly reason: AdjournReason | undefined;
  readonly by: AdjournedBy;
  readonly times: number;
  readonly daysLost: number;
};

/**
 * Days lost to adjournments, by cause and by whom, most first: from each
 * hearing that was put off to the one after it. One without a next day loses
 * the days until `today`.
 */
export function delayTable(hearings: readonly HearingDay[], today: string): readonly DelayRow[] {
  const days = new Map(hearings.map(({ id, on }) => [id, on]));
  const rows = new Map<string, DelayRow>();
  for (const { hearing, next } of chainOf(hearings)) {
    if (!isPutOff(hearing) || hearing.on === undefined) continue;
    const until = (next === undefined ? undefined : days.get(next)) ?? today;
    const lost = Math.max(0, daysBetween(hearing.on, until));
    const key = `${hearing.adjournReason ?? ''} ${hearing.adjournedBy ?? ''}`;
    rows.set(key, added(rows.get(key), hearing, lost));
  }
  return [...rows.values()].toSorted((a, b) => b.daysLost - a.daysLost || b.times - a.times);
}

const isPutOff = ({ status }: HearingDay): boolean =>
  status === 'adjourned' || status === 'notReached';

const added = (row: DelayRow | undefined, hearing: HearingDay, lost: number): DelayRow => ({
  reason: hearing.adjournReason,
  by: hearing.adjournedBy ?? 'unknown',
  times: (row?.times ?? 0) + 1,
  daysLost: (row?.daysLost ?? 0) + lost,
});
