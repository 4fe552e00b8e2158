import { describe, expect, it } from 'vitest';
import type { TextOf } from '#i18n';
import { dueWords, limitsOf, type Due } from './due';

/** The key of the text, and what fills it. */
const t = ((key: string, values?: Readonly<Record<string, unknown>>) =>
  [key, ...Object.values(values ?? {})].join(' ')) as TextOf;

const wordsOn = (today: string, due: Due): string => dueWords(due, today, t);

describe('the words of a limit', () => {
  const midnight = { state: 'running', due: '2026-04-16T00:00', latest: '2026-04-16T00:00' };

  it('count to the last day within it where it is a midnight', () => {
    expect(wordsOn('2026-04-13', midnight)).toBe('clock.in 2');
    expect(wordsOn('2026-04-14', midnight)).toBe('clock.in 1');
    expect(wordsOn('2026-04-15', midnight)).toBe('clock.untilMidnight');
  });

  it('say after midnight that it is over, and count from that day', () => {
    expect(wordsOn('2026-04-16', { ...midnight, state: 'due' })).toBe('clock.sinceMidnight');
    expect(wordsOn('2026-04-16', { ...midnight, state: 'breached' })).toBe('clock.sinceMidnight');
    expect(wordsOn('2026-04-17', { ...midnight, state: 'due' })).toBe('clock.over 1');
  });

  it('warn of the earlier midnight where two are argued', () => {
    const argued = { ...midnight, latest: '2026-04-17T00:00' };
    expect(wordsOn('2026-04-15', argued)).toBe('clock.untilMidnight');
    expect(wordsOn('2026-04-16', { ...argued, state: 'due' })).toBe('clock.sinceMidnight');
  });

  it('mean the whole day where no hour of it is known', () => {
    const day = { state: 'running', due: '2026-04-16T00:00', latest: '2026-04-16T23:59' };
    expect(wordsOn('2026-04-15', day)).toBe('clock.in 1');
    expect(wordsOn('2026-04-16', { ...day, state: 'due' })).toBe('clock.onDay');
    expect(wordsOn('2026-04-17', { ...day, state: 'due' })).toBe('clock.over 1');
  });

  it('name the hour on its day', () => {
    const hour = { state: 'running', due: '2026-04-16T18:40', latest: '2026-04-16T18:40' };
    expect(wordsOn('2026-04-16', hour)).toBe('clock.today 18:40');
    expect(wordsOn('2026-04-15', hour)).toBe('clock.in 1');
  });
});

describe('the limits under a reasoning', () => {
  it('are ends of days where they are midnights', () => {
    expect(limitsOf('2026-04-16T00:00', '2026-04-17T00:00')).toEqual([
      { at: '2026-04-15', isEnd: true },
      { at: '2026-04-16', isEnd: true },
    ]);
  });

  it('are one where both readings agree, or mean one day', () => {
    const at = '2026-04-16T18:40';
    expect(limitsOf(at, at)).toEqual([{ at, isEnd: false }]);
    expect(limitsOf(at, undefined)).toEqual([{ at, isEnd: false }]);
    expect(limitsOf('2026-04-16T00:00', '2026-04-16T23:59')).toEqual([
      { at: '2026-04-16', isEnd: false },
    ]);
  });
});
