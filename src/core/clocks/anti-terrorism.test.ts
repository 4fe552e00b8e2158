import { describe, expect, it } from 'vitest';
import {
  due,
  event,
  facts,
  lines,
  matter,
  order,
  ruleOf,
  run,
} from '#tests/fixtures/clock-samples';
import { scopesOf } from './index';

const each = ruleOf('PK-ATA-30D');
const inAll = ruleOf('PK-ATA-90D');
const matters = [matter({ regime: ['antiTerrorism'] })];
const remand = (n: number, from: string, days: number) =>
  order(n, 'policeRemand', from, { days: [days] });

describe('remand under s.21-E ATA', () => {
  // 01.06 + 30 days, the first day counted or not: 01.07 or 02.07.
  it.each([
    ['runs to its own end', [remand(10, '2025-06-01', 14)], [], 'running', '2025-06-15T00:00'],
    ['may run thirty days', [remand(10, '2025-06-01', 30)], [], 'running', '2025-07-01T00:00'],
    ['may not run longer', [remand(10, '2025-06-01', 31)], [], 'breached', '2025-07-01T00:00'],
    [
      'is met by release before the lapse',
      [remand(10, '2025-06-01', 14)],
      [event(20, 'released', '2025-06-10T12:00')],
      'met',
      '2025-06-15T00:00',
    ],
    [
      'is broken by release after the lapse',
      [remand(10, '2025-06-01', 14)],
      [event(20, 'released', '2025-06-20T12:00')],
      'breached',
      '2025-06-15T00:00',
    ],
  ] as const)('one order %s', (_case, spells, events, state, first) => {
    const result = run(each, facts({ matters, spells, events }));
    expect([result.state, due(result)[0]]).toEqual([state, first]);
  });

  // 01.06 + 90 days = 30.08; June has 30 days, July 31.
  it.each([
    ['ninety days', [30, 30, 30], 'running'],
    ['ninety-one', [30, 30, 31], 'breached'],
  ] as const)('all orders together of %s', (_case, days, state) => {
    const starts = ['2025-06-01', '2025-07-01', '2025-07-31'];
    const spells = days.map((n, at) => remand(10 + at, starts[at] ?? '', n));
    const result = run(inAll, facts({ matters, spells }));
    expect([result.state, due(result)[0]]).toEqual([state, '2025-08-30T00:00']);
    expect(lines(result)).toContain(`sum: ${String(days[0] + days[1] + days[2])} days of 90`);
  });

  it('says nothing in a case that nobody put under the Act', () => {
    const spells = [remand(10, '2025-06-01', 14)];
    for (const rule of [each, inAll])
      for (const regime of [[], ['ordinary']] as const)
        expect(scopesOf(rule, facts({ matters: [matter({ regime })], spells }))).toEqual([]);
    const disputed = facts({
      matters: [matter({ regime: ['ordinary', 'antiTerrorism'] })],
      spells,
    });
    expect(lines(run(each, disputed))[0]).toContain('in dispute');
  });
});
