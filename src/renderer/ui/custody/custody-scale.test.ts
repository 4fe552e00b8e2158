import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelSide, scaleOf } from './custody-scale';

describe('the scale of the custody picture', () => {
  it('measures by wall time', () => {
    const scale = scaleOf('2026-04-06', '2026-04-16');
    expect(scale.at('2026-04-06')).toBe(0);
    expect(scale.at('2026-04-11')).toBe(50);
    expect(scale.at('2026-04-06T12:00')).toBe(5);
  });

  it('holds what lies outside at the edge', () => {
    const scale = scaleOf('2026-04-06', '2026-04-16');
    expect(scale.at('2020-01-01')).toBe(0);
    expect(scale.at('2030-01-01')).toBe(100);
  });

  it('writes days, weeks, months or years', () => {
    expect(scaleOf('2026-04-06', '2026-05-11').ticks).toEqual([
      '2026-04-06',
      '2026-04-13',
      '2026-04-20',
      '2026-04-27',
      '2026-05-04',
      '2026-05-11',
    ]);
    expect(scaleOf('2025-11-10', '2026-04-28').ticks[0]).toBe('2025-12-01');
    expect(scaleOf('2019-03-01', '2026-04-28').ticks).toContain('2024-01-01');
  });

  it('keeps order and never crowds, for any stretch up to a century', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 36_500 }),
        (start, days) => {
          const day = (count: number) => new Date(count * 86_400_000).toISOString().slice(0, 10);
          const { ticks, at } = scaleOf(day(start), day(start + days));
          expect(ticks.length).toBeGreaterThanOrEqual(1);
          expect(ticks.length).toBeLessThanOrEqual(8);
          const places = ticks.map(at);
          expect(places).toEqual([...places].sort((left, right) => left - right));
        },
      ),
    );
  });

  it('keeps labels inside', () => {
    expect(labelSide(10, 20, 20)).toBe('after');
    expect(labelSide(60, 90, 3)).toBe('after');
    expect(labelSide(60, 95, 20)).toBe('before');
    expect(labelSide(5, 95, 20)).toBe('on');
  });
});
