import { describe, expect, it } from 'vitest';
import { scopesOf } from './index';
import {
  facts,
  hold,
  order,
  ruleOf,
  sampleId,
  run,
  due,
  lines,
} from '#tests/fixtures/clock-samples';

const days15 = ruleOf('PK-167-15D');

describe('PK-167-15D, fifteen days of police remand in all', () => {
  it('runs fifteen days from the first production, the first day counted or not', () => {
    // Counted: day 1 is the 15th, day 15 the 29th, over at 30.05 00:00. Not counted: 31.05 00:00.
    const result = run(
      days15,
      facts({ spells: [order(11, 'policeRemand', '2025-05-15', { days: [5] })] }),
    );
    expect(due(result)).toEqual(['2025-05-30T00:00', '2025-05-31T00:00']);
    expect(result.state).toBe('running');
    expect(lines(result)).toContain('sum: 5 days of 15');
  });

  it('is breached when the orders together pass the cap', () => {
    // 5 + 7 + 5 = 17 days: 2 over.
    const result = run(
      days15,
      facts({
        spells: [
          order(11, 'policeRemand', '2025-05-15', { days: [5] }),
          order(12, 'policeRemand', '2025-05-20', { days: [7] }),
          order(13, 'policeRemand', '2025-05-27', { days: [5] }),
        ],
      }),
    );
    expect(result.state).toBe('breached');
    expect(lines(result)).toContain('sum: 17 days of 15');
    expect(lines(result)).toContain('over the cap by 2 days');
  });

  it('is met when police custody ends within the days', () => {
    const result = run(
      days15,
      facts({
        spells: [
          order(11, 'policeRemand', '2025-05-15', { days: [5] }),
          hold(12, 'judicialRemand', '2025-05-20'),
        ],
      }),
    );
    expect(result).toMatchObject({ state: 'met', isOpen: false });
  });

  it('keeps the earlier date after a break, and does not call the later police custody lawful', () => {
    // 5 days from 15.05 and 5 from 10.06: 10 in all, yet past the 30.05 of days in a row.
    const result = run(
      days15,
      facts({
        spells: [
          order(11, 'policeRemand', '2025-05-15', { days: [5] }),
          order(12, 'policeRemand', '2025-06-10', { days: [5] }),
        ],
      }),
      '2025-06-11T09:00',
    );
    expect(due(result)[0]).toBe('2025-05-30T00:00');
    expect(result.state).toBe('due');
  });

  it('takes the longer of rival lengths for the warning but claims no breach on it', () => {
    const result = run(
      days15,
      facts({ spells: [order(11, 'policeRemand', '2025-05-15', { days: [14, 16] })] }),
    );
    expect(result).toMatchObject({ state: 'due', missing: ['remandLength'] });
  });

  it('asks for the length of an order that names none', () => {
    const result = run(days15, facts({ spells: [hold(11, 'policeRemand', '2025-05-15')] }));
    expect(result).toMatchObject({ state: 'running', missing: ['remandLength'] });
  });

  it('counts a hold together with its orders once', () => {
    const result = run(
      days15,
      facts({
        spells: [
          hold(10, 'policeRemand', '2025-05-15', { until: '2025-05-25', other: sampleId(11) }),
          order(11, 'policeRemand', '2025-05-15', { days: [5], other: sampleId(10) }),
          order(12, 'policeRemand', '2025-05-20', { days: [5] }),
        ],
      }),
    );
    expect(lines(result)).toContain('sum: 10 days of 15');
    expect(result.state).toBe('met');
  });

  it('does not call a breach what may be one order entered twice', () => {
    const twice = [
      order(11, 'policeRemand', '2025-05-15', { days: [10] }),
      order(12, 'policeRemand', '2025-05-15', { days: [10] }),
    ];
    const result = run(days15, facts({ spells: twice }));
    expect(lines(result)).toContain('sum: 10-20 days of 15');
    expect(result.state).toBe('due');
  });

  it('keeps the cases of a person apart', () => {
    const other = sampleId(99);
    const all = facts({
      spells: [
        order(11, 'policeRemand', '2025-05-15', { days: [10] }),
        order(12, 'policeRemand', '2025-05-25', { days: [10], case: other }),
      ],
    });
    expect(scopesOf(days15, all)).toHaveLength(2);
    expect([run(days15, all).state, run(days15, all, undefined, 1).state]).toEqual([
      'running',
      'running',
    ]);
  });
});
