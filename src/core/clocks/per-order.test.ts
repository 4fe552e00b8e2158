import { describe, expect, it } from 'vitest';
import { evaluate, scopesOf } from './index';
import { event, facts, hold, order, ruleOf, run, due, lines } from '#tests/fixtures/clock-samples';

const remand = ruleOf('PK-344-15D');

describe('PK-344-15D, fifteen days by each order of judicial remand', () => {
  it('lapses on the day the order names and then leaves custody without warrant', () => {
    const all = facts({
      spells: [order(11, 'judicialRemand', '2025-06-01', { until: '2025-06-14' })],
    });
    const result = run(remand, all, '2025-06-15T09:00');
    expect(due(result)).toEqual(['2025-06-14T00:00', '2025-06-14T23:59']);
    expect(result.state).toBe('due');
    expect(lines(result)).toContain(
      'no later order is recorded: after the lapse, custody has no warrant',
    );
  });

  it('is met by an order of the last day and breached by one after it', () => {
    const next = (from: string) =>
      run(
        remand,
        facts({
          spells: [
            order(11, 'judicialRemand', '2025-06-01', { until: '2025-06-14' }),
            order(12, 'judicialRemand', from, { days: [14] }),
          ],
        }),
      );
    expect(next('2025-06-14').state).toBe('met');
    // The 14th to the 17th: three days.
    expect(next('2025-06-17').state).toBe('breached');
    expect(lines(next('2025-06-17')).at(-1)).toBe(
      'renewed only 17.06.2025: custody without warrant for 3 days',
    );
  });

  it('is breached by an order of more than fifteen days', () => {
    const of = (days: number) =>
      run(remand, facts({ spells: [order(11, 'judicialRemand', '2025-06-01', { days: [days] })] }));
    expect(of(15).state).toBe('running');
    expect(of(16).state).toBe('breached');
    expect(lines(of(20))).toContain('the order is longer than 15 days by 5');
    // The date never goes past the cap: 01.06 + 15 days, first day counted.
    expect(due(of(20))[0]).toBe('2025-06-16T00:00');
  });

  it('lets an order without length run to the cap and asks for it', () => {
    const result = run(remand, facts({ spells: [order(11, 'judicialRemand', '2025-06-01')] }));
    expect(result.missing).toEqual(['orderUntil']);
    expect(due(result)).toEqual(['2025-06-16T00:00', '2025-06-17T00:00']);
  });

  it('asks for the orders where only a long hold is recorded', () => {
    const result = run(remand, facts({ spells: [hold(11, 'judicialRemand', '2025-06-01')] }));
    expect(result).toMatchObject({ state: 'unknown', isOpen: true, missing: ['remandOrders'] });
    expect(due(result)[0]).toBe('2025-06-16T00:00');
  });

  it('leaves only the last of many orders open', () => {
    const all = facts({
      spells: [
        hold(10, 'judicialRemand', '2025-06-01'),
        order(11, 'judicialRemand', '2025-06-01', { days: [14] }),
        order(12, 'judicialRemand', '2025-06-15', { days: [14] }),
        order(13, 'judicialRemand', '2025-06-29', { days: [14] }),
      ],
    });
    const states = scopesOf(remand, all).map((one) => evaluate(remand, one));
    expect(states.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
    expect(states.slice(0, 2).map(({ state }) => state)).toEqual(['met', 'met']);
  });

  it('is met when custody ended before the lapse', () => {
    const result = run(
      remand,
      facts({
        spells: [order(11, 'judicialRemand', '2025-06-01', { days: [14] })],
        events: [event(20, 'released', '2025-06-09T17:00')],
      }),
    );
    expect(result).toMatchObject({ state: 'met', isOpen: false });
  });
});
