import { CalendarX2 } from 'lucide-react';
import { T, useText, type MessageKey, type TextOf } from '#i18n';
import { Chip, ClockChip, type ClockState } from '#ui';
import type { ClockRead } from './clock-read';
import { daysBetween } from './days';

/** What the chip needs: also the shorter clock of Today. */
export type Due = {
  readonly state: string;
  /** Wall time of the limit. */
  readonly due?: string | undefined;
  /** Wall time of what closed it: it is counted no further. */
  readonly ended?: string | undefined;
};

/** What the chip needs of a clock. One that is closed is counted in the reading kindest to it. */
export function dueOf({ state, dueAt, endedAt }: ClockRead): Due {
  const ended = endedAt.earliest ?? endedAt.latest;
  return ended === undefined
    ? { state, due: dueAt.earliest }
    : { state, due: dueAt.latest ?? dueAt.earliest, ended };
}

const SIGNS: Readonly<Record<string, ClockState>> = {
  running: 'running',
  due: 'due',
  breached: 'breached',
  met: 'met',
  notApplicable: 'notApplicable',
  unknown: 'unknown',
  off: 'overridden',
};

/** Days before a limit at which a running clock asks to be looked at. */
const NEAR_DAYS = 7;

/** The sign of a clock: one that runs out within a week is due. */
export function stateOf({ state, due }: Due, today: string): ClockState {
  const sign = SIGNS[state] ?? 'unknown';
  const isNear = due !== undefined && today !== '' && daysBetween(today, due) <= NEAR_DAYS;
  return sign === 'running' && isNear ? 'due' : sign;
}

const SETTLED: Readonly<Record<string, MessageKey>> = {
  met: 'clock.met',
  off: 'clock.off',
  notApplicable: 'clock.notApplicable',
};

/** Where it stands, in words: `in 2 days`. */
export function dueWords({ state, due, ended }: Due, today: string, t: TextOf): string {
  const settled = SETTLED[state];
  if (settled !== undefined) return t(settled);
  if (ended !== undefined && state !== 'unknown')
    return endedWords(state, due === undefined ? 0 : daysBetween(due, ended), t);
  if (state === 'unknown' || due === undefined || today === '') return t('clock.unknown');
  const days = daysBetween(today, due);
  if (days < 0) return t('clock.over', { days: -days });
  if (state === 'breached') return t(days > 0 ? 'clock.breached' : 'clock.overToday');
  return days === 0 ? t('clock.today', { time: due.slice(11) }) : t('clock.in', { days });
}

/** Of a closed clock: the same on every day it is looked at. */
function endedWords(state: string, days: number, t: TextOf): string {
  if (state === 'due') return t('clock.ended.unsure');
  return days > 0 ? t('clock.ended.over', { days }) : t('clock.breached');
}

/** Where a clock stands, counted from today. */
export function ClockDue({ clock, today }: { readonly clock: Due; readonly today: string }) {
  const t = useText();
  return <ClockChip state={stateOf(clock, today)}>{dueWords(clock, today, t)}</ClockChip>;
}

/** No date is fixed where one is needed. */
export function NoNextDate() {
  return (
    <Chip tone="due" icon={CalendarX2}>
      <T id="date.none" />
    </Chip>
  );
}
