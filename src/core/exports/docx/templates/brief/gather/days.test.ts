import { describe, expect, it } from 'vitest';
import { stretchesOf, sumOf } from './days';

const ASOF = { on: '2025-11-24', zone: 'Asia/Karachi' };
const span = (from: string, until?: string) => ({
  from: { edtf: from },
  until: until === undefined ? undefined : { edtf: until },
});
const days = (...spans: ReturnType<typeof span>[]) =>
  stretchesOf(spans, ASOF).map((one) => one.days);

describe('days of custody', () => {
  it('are counted from the day after the first to the day of the paper', () => {
    expect(days(span('2025-11-14T10:30'))).toEqual([{ least: 10, most: 10 }]);
  });

  it('run through holds that follow or overlap', () => {
    expect(
      days(span('2025-11-01', '2025-11-05'), span('2025-11-05', '2025-11-12'), span('2025-11-10')),
    ).toEqual([{ least: 23, most: 23 }]);
    expect(days(span('2025-11-01', '2025-11-05'), span('2025-11-06'))).toHaveLength(1);
  });

  it('break where a free day lies between', () => {
    const ranges = days(span('2025-11-01', '2025-11-05'), span('2025-11-07'));
    expect(ranges).toEqual([
      { least: 4, most: 4 },
      { least: 17, most: 17 },
    ]);
    expect(sumOf(ranges)).toEqual({ least: 21, most: 21 });
  });

  it('are a range where a date is unsure', () => {
    expect(days(span('2025-10'))).toEqual([{ least: 24, most: 54 }]);
    expect(days(span('2025-09-01', '2025-10'))).toEqual([{ least: 30, most: 60 }]);
  });

  it('stop at the day of the paper, and leave out what begins after it', () => {
    expect(days(span('2025-11-14', '2026-02-01'))).toEqual([{ least: 10, most: 10 }]);
    expect(days(span('2025-12-01'))).toEqual([]);
  });

  it('take a hold inside a longer one as part of it', () => {
    const [only] = stretchesOf([span('2025-11-01'), span('2025-11-03', '2025-11-04')], ASOF);
    expect(only).toMatchObject({ isOpen: true, days: { least: 23, most: 23 } });
  });
});
