import { describe, expect, it } from 'vitest';
import { DATE_WORDS } from '#core/exports/docx/templates/brief/date-words';
import { daysBetween, printDate, printDay, printMinute } from './dates';

const print = (edtf: string, more: object = {}): string | undefined =>
  printDate({ edtf, ...more }, DATE_WORDS, 'Asia/Karachi');

describe('a date on paper', () => {
  it.each([
    ['2025-05-14', '14.05.2025'],
    ['2025-05-14T10:30', '14.05.2025, 10:30 hours'],
    ['2025-05', 'May 2025'],
    ['2025', '2025'],
    ['2025-05-14~', 'about 14.05.2025'],
    ['2025-05?', 'May 2025 (uncertain)'],
    ['1998%', 'about 1998 (uncertain)'],
    ['2025-05-14/2025-05-16', '14.05.2025 to 16.05.2025'],
    ['2025-05/..', 'from May 2025'],
    ['../2025-05-14~', 'until about 14.05.2025'],
  ])('prints %s as %s', (edtf, text) => {
    expect(print(edtf)).toBe(text);
  });

  it('says the words it was written in, and the zone where it is another', () => {
    expect(print('2025-05', { written: '2 Muharram' })).toBe('May 2025 (as written: “2 Muharram”)');
    expect(print('2025-05-14T10:30', { zone: 'Asia/Karachi' })).toBe('14.05.2025, 10:30 hours');
    expect(print('2025-05-14T10:30', { zone: 'Europe/Geneva' })).toBe(
      '14.05.2025, 10:30 hours [Europe/Geneva]',
    );
  });

  it('stays undefined where nobody gave one', () => {
    expect(printDate(undefined, DATE_WORDS)).toBeUndefined();
  });

  it('prints a day, a minute and what is neither', () => {
    expect(printDay('2026-03-01')).toBe('01.03.2026');
    expect(printDay('early 2026')).toBe('early 2026');
    expect(printMinute('2025-05-15T12:30', DATE_WORDS)).toBe('15.05.2025, 12:30 hours');
    expect(printMinute('2025-05-15', DATE_WORDS)).toBe('15.05.2025');
  });

  it('counts days without the first', () => {
    expect(daysBetween('2025-05-14T10:30', '2025-05-16')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-05-16', '2025-05-14')).toBe(-2);
  });
});
