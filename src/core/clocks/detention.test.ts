import { describe, expect, it } from 'vitest';
import type { PersonFacts } from './index';
import {
  capital,
  facts,
  hold,
  matter,
  ruleOf,
  said,
  years,
  run,
  due,
  lines,
} from '#tests/fixtures/clock-samples';

const bail = ruleOf('PK-497-STAT');

describe('PK-497-STAT, bail for delay', () => {
  const inside = [
    hold(10, 'arrest', '2024-03-01T08:00', { until: '2024-03-02' }),
    hold(11, 'judicialRemand', '2024-03-02'),
  ];
  const limit = (more: Partial<PersonFacts>) => due(run(bail, facts({ spells: inside, ...more })));

  it('takes one or two years, and half for a woman', () => {
    expect(limit({})[0]).toBe('2025-03-01T08:00');
    expect(limit({ sex: ['female'] })[0]).toBe('2024-09-01T08:00');
    expect(limit({ matters: [matter({ charges: [years(3), capital] })] })[0]).toBe(
      '2026-03-01T08:00',
    );
    expect(limit({ sex: ['female'], matters: [matter({ charges: [capital] })] })[0]).toBe(
      '2025-03-01T08:00',
    );
  });

  it('warns on the shorter where the sex is not known or disputed', () => {
    const result = run(bail, facts({ spells: inside, sex: [] }));
    expect(result).toMatchObject({ state: 'running', missing: ['sex'] });
    expect(due(result)).toEqual(['2024-09-01T08:00', '2025-03-01T08:00']);
    expect(limit({ sex: ['male', 'female'] })[0]).toBe('2024-09-01T08:00');
  });

  it('is unknown without charges, and still gives the earliest date', () => {
    const result = run(bail, facts({ spells: inside, matters: [matter({ charges: [] })] }));
    expect(result).toMatchObject({ state: 'unknown', isOpen: true, missing: ['charges'] });
    expect(due(result)).toEqual(['2025-03-01T08:00', '2026-03-01T08:00']);
  });

  it('is due once the time has passed and the trial goes on', () => {
    const all = facts({ spells: inside });
    expect(run(bail, all, '2025-03-01T08:00').state).toBe('running');
    expect(run(bail, all, '2025-03-01T08:01').state).toBe('due');
  });

  it('is met by a trial that ended before, breached by one after', () => {
    const ended = (on: string) =>
      run(bail, facts({ spells: inside, matters: [matter({ trialConcluded: said(on) })] })).state;
    expect(ended('2024-12-20')).toBe('met');
    expect(ended('2025-06-20')).toBe('breached');
    expect(ended('2025')).toBe('due');
  });

  it('is barred by terrorism punishable with death or life, and by a previous conviction', () => {
    const terror = { penalty: { life: true }, isTerrorism: true };
    const of = (more: Parameters<typeof matter>[0]) =>
      run(bail, facts({ spells: inside, matters: [matter(more)] }));
    expect(of({ charges: [terror] }).state).toBe('notApplicable');
    expect(of({ previousConvict: [true] }).state).toBe('notApplicable');
    expect(of({ previousConvict: [true, false] }).state).toBe('running');
    const unread = of({ charges: [years(3), { penalty: undefined, isTerrorism: true }] });
    expect(unread.state).toBe('running');
    expect(lines(unread).join(' ')).toContain('does not settle whether it is barred');
  });

  it('adds delay by the accused to the later date only', () => {
    expect(limit({ matters: [matter({ delayByAccusedDays: [30] })] })).toEqual([
      '2025-03-01T08:00',
      '2025-03-31T08:00',
    ]);
  });

  it('starts anew after a break in custody', () => {
    const spells = [
      hold(10, 'judicialRemand', '2024-03-01', { until: '2024-04-01' }),
      hold(11, 'judicialRemand', '2024-08-01'),
    ];
    expect(due(run(bail, facts({ spells })))[0]).toBe('2025-08-01T00:00');
  });

  it('gives the last day of a short month where the month has no such day', () => {
    // 31.08.2024 + 6 months: February 2025 has 28 days.
    const spells = [hold(10, 'arrest', '2024-08-31T10:00')];
    expect(due(run(bail, facts({ spells, sex: ['female'] })))[0]).toBe('2025-02-28T10:00');
  });
});
