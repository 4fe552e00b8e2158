import { CalendarX2 } from 'lucide-react';
import { T, useText, type MessageKey, type TextOf } from '#i18n';
import { Chip, ClockChip, type ClockState } from '#ui';
import { daysBetween } from './days';

/** What the chip needs: also the shorter clock of Today. */
export type Due = {
  readonly state: string;
  /** Wall time of the limit. */
  readonly due?: string | undefined;
};

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
export function dueWords({ state, due }: Due, today: string, t: TextOf): string {
  const settled = SETTLED[state];
  if (settled !== undefined) return t(settled);
  if (state === 'unknown' || due === undefined || today === '') return t('clock.unknown');
  const days = daysBetween(today, due);
  if (days > 0 && state === 'breached') return t('clock.breached');
  if (days < 0) return t('clock.over', { days: -days });
  if (days === 0 && state === 'breached') return t('clock.overToday');
  return days === 0 ? t('clock.today', { time: due.slice(11) }) : t('clock.in', { days });
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
