import type { MessageKey, TextOf } from '#i18n';
import type { ClockRead } from './clock-read';
import { dayBefore, dayOf, daysBetween } from './days';

/** What the chip needs: also the shorter clock of Today. */
export type Due = {
  readonly state: string;
  /** Wall time of the limit. */
  readonly due?: string | undefined;
  /** Wall time of the limit in the latest reading. */
  readonly latest?: string | undefined;
  /** Wall time of what closed it: it is counted no further. */
  readonly ended?: string | undefined;
};

/** What the chip needs of a clock. One that is closed is counted in the reading kindest to it. */
export function dueOf({ state, dueAt, endedAt }: ClockRead): Due {
  const ended = endedAt.earliest ?? endedAt.latest;
  return ended === undefined
    ? { state, due: dueAt.earliest, latest: dueAt.latest }
    : { state, due: dueAt.latest ?? dueAt.earliest, ended };
}

const MIDNIGHT = '00:00';

/**
 * Whether a limit is the midnight that begins its day, so that the day before is the last one
 * within it. Where the latest reading is the end of that day, the day is meant and not its first minute.
 */
const isMidnight = (due: string, latest: string | undefined): boolean =>
  due.endsWith(`T${MIDNIGHT}`) && latest !== `${dayOf(due)}T23:59`;

/** The limit, and the latest it may be, as days and hours to be read: a midnight as the end of a day. */
export function limitsOf(
  earliest: string,
  latest: string | undefined,
): readonly { readonly at: string; readonly isEnd: boolean }[] {
  if (
    latest !== undefined &&
    earliest === `${dayOf(latest)}T${MIDNIGHT}` &&
    latest.endsWith('T23:59')
  )
    return [{ at: dayOf(earliest), isEnd: false }];
  return [...new Set([earliest, latest ?? earliest])].map((at) =>
    at.endsWith(`T${MIDNIGHT}`) ? { at: dayBefore(at), isEnd: true } : { at, isEnd: false },
  );
}

const SETTLED: Readonly<Record<string, MessageKey>> = {
  met: 'clock.met',
  off: 'clock.off',
  notApplicable: 'clock.notApplicable',
};

/** Where it stands, in words: `in 2 days`. */
export function dueWords({ state, due, latest, ended }: Due, today: string, t: TextOf): string {
  const settled = SETTLED[state];
  if (settled !== undefined) return t(settled);
  if (ended !== undefined && state !== 'unknown')
    return endedWords(state, due === undefined ? 0 : daysBetween(due, ended), t);
  if (state === 'unknown' || due === undefined || today === '') return t('clock.unknown');
  const days = daysBetween(today, due);
  if (days < 0) return t('clock.over', { days: -days });
  if (days === 0) return todayWords(state, due, latest, t);
  if (state === 'breached') return t('clock.breached');
  return aheadWords(isMidnight(due, latest) ? days - 1 : days, t);
}

/** Days to the last day within a limit that is to come. */
const aheadWords = (days: number, t: TextOf): string =>
  days === 0 ? t('clock.untilMidnight') : t('clock.in', { days });

/** On the day of the limit itself. */
function todayWords(state: string, due: string, latest: string | undefined, t: TextOf): string {
  if (isMidnight(due, latest)) return t('clock.sinceMidnight');
  if (state === 'breached') return t('clock.overToday');
  const time = due.slice(11);
  return time === MIDNIGHT ? t('clock.onDay') : t('clock.today', { time });
}

/** Of a closed clock: the same on every day it is looked at. */
function endedWords(state: string, days: number, t: TextOf): string {
  if (state === 'due') return t('clock.ended.unsure');
  return days > 0 ? t('clock.ended.over', { days }) : t('clock.breached');
}
