import { wallTime, type ListedClock } from '#core/app/index';

export const STATE_WORDS: Readonly<Record<ListedClock['state'], string>> = {
  running: 'runs',
  due: 'PASSED',
  breached: 'BROKEN',
  met: 'kept',
  notApplicable: 'does not apply',
  unknown: 'UNKNOWN',
  off: 'set aside',
};

/** When a limit falls: one moment, or the first and the last it may be. */
export function dueText({ earliest, latest }: ListedClock['dueAt'], zone: string): string {
  const first = earliest ?? latest;
  if (first === undefined) return 'date not known';
  const from = momentText(first, zone);
  const to = latest === undefined ? from : momentText(latest, zone);
  return from === to ? from : `${from} to ${to}`;
}

/** Minutes since 1970 UTC as wall time of the place. */
export const momentText = (minutes: number, zone: string): string =>
  wallTime(minutes, zone).replace('T', ' ');

/** Steps that say how a date was read; the rest says what follows. */
const OF_READING = /^(?:firstDay\.|latestReading$|partial$|rivals$|regime)/u;

/** Why a clock says what it says, in one line: the end of its reasoning. */
export function reasonOf({ steps, lines, override }: ListedClock): string {
  const telling = lines.filter((_line, at) => !OF_READING.test(steps[at]?.code ?? ''));
  return telling.slice(override === undefined ? -2 : -1).join('; ');
}

/** `suretyFiled` as it is said: "surety filed". */
export const spaced = (word: string): string =>
  word.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

/** What a change asks before it is taken in. */
export const QUESTION_WORDS: Readonly<Record<string, string>> = {
  deletes: 'wants to delete it',
  'lowers-level': 'wants to lower its level',
  'purged-here': 'was erased here',
};
