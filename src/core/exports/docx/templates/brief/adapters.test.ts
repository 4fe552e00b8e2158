import { describe, expect, it } from 'vitest';
import type { ClockResult } from '#core/clocks/index';
import { minutesOf } from '#core/clocks/index';
import { penaltyText, toBriefClock } from './adapters';

const KARACHI = 'Asia/Karachi';

const result: ClockResult = {
  rule: 'PK-24H',
  state: 'breached',
  isOpen: true,
  endedAt: { earliest: undefined, latest: undefined },
  startsAt: { earliest: undefined, latest: undefined },
  dueAt: { earliest: minutesOf('2025-05-15T12:30', KARACHI), latest: undefined },
  steps: [
    {
      code: 'elapsed',
      params: {
        start: '2025-05-14T10:30',
        n: 24,
        unit: 'hours',
        travel: 120,
        due: '2025-05-15T12:30',
      },
    },
    { code: 'spellOpen', params: { type: 'judicialRemand', from: '2025-05' } },
  ],
  missing: [],
  zone: KARACHI,
  basis: 'Const. 10(2)',
  confidence: 'H',
  status: 'inForce',
  asOf: '2026-03-01',
};

describe('a result of the clocks', () => {
  it('is printed in wall time and court dates', () => {
    const clock = toBriefClock(result, 'Before a magistrate within 24 hours');
    expect(clock.dueAt).toEqual({ earliest: '2025-05-15T12:30', latest: undefined });
    expect(clock.steps[0]?.text).toContain('arrested 14.05.2025, 10:30 hours');
    expect(clock.steps[1]?.text).toContain('from May 2025');
    expect(clock).not.toHaveProperty('override');
  });
});

describe('a penalty in words', () => {
  it.each([
    [{ death: true, life: true }, 'death or life'],
    [{ life: true, years: 3 }, 'life or 3 years'],
    [{ years: 1, months: 6 }, '1 year 6 months'],
    [{ months: 1 }, '1 month'],
    [{ follows: true as const }, 'as main offence'],
    [{ varies: true as const }, 'varies'],
    [{ years: 1, fine: 'Rs 50,000' }, '1 year or Rs 50,000'],
    [{}, 'not recorded'],
  ])('%o is %s', (penalty, text) => {
    expect(penaltyText(penalty)).toBe(text);
  });
});
