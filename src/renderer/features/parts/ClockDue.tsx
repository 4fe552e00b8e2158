import { CalendarX2 } from 'lucide-react';
import { T, useText } from '#i18n';
import { Chip, ClockChip, type ClockState } from '#ui';
import { daysBetween } from './days';
import { dueWords, type Due } from './due';

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
