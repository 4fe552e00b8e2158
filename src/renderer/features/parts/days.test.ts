import { expect, it } from 'vitest';
import { dayOf, daysBetween } from './days';

it('counts whole days between dates and wall times, over months and leap days', () => {
  expect(daysBetween('2026-04-28', '2026-05-12')).toBe(14);
  expect(daysBetween('2028-02-28T23:59', '2028-03-01T00:01')).toBe(2);
  expect(daysBetween('2026-05-12', '2026-04-28')).toBe(-14);
  expect(dayOf('2026-04-28T09:30')).toBe('2026-04-28');
});
