import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptTimes } from './retention';

const at = (day: string, time = '12:00'): number => Date.parse(`${day}T${time}Z`);
const days = (n: number): number[] =>
  Array.from({ length: n }, (_none, i) => at('2026-11-24') - i * 86_400_000);

describe('the backups that stay', () => {
  test('are the last of each day for a week, and of each week for four', () => {
    const kept = [...keptTimes([...days(60), at('2026-11-24', '09:00')])].sort((a, b) => b - a);
    expect(kept.map((ms) => new Date(ms).toISOString().slice(0, 10))).toEqual([
      ...['2026-11-24', '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21', '2026-11-20'],
      ...['2026-11-19', '2026-11-18', '2026-11-15', '2026-11-08'],
    ]);
    expect(kept[0]).toBe(at('2026-11-24'));
  });

  test('count only days that have one, so that an office that rests loses none', () => {
    const rare = [at('2026-01-02'), at('2026-03-05'), at('2026-11-20')];
    expect(keptTimes(rare)).toEqual(new Set(rare));
    expect(keptTimes([])).toEqual(new Set());
  });

  test('always hold the newest and never more than twelve', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4_000_000_000_000), { minLength: 1 }), (times) => {
        const kept = keptTimes(times);
        expect(kept.has(Math.max(...times))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(12);
      }),
    );
  });
});
