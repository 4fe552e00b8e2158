import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, parseEdtf } from './edtf';

const two = (n: number): string => String(n).padStart(2, '0');
const day = fc
  .integer({ min: 0, max: 80_000 })
  .map((n) => new Date(Date.UTC(1900, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const minute = fc
  .tuple(day, fc.nat(23), fc.nat(59))
  .map(([on, hour, min]) => `${on}T${two(hour)}:${two(min)}`);
const mark = fc.constantFrom('', '~', '?', '%');
const point = fc
  .tuple(
    fc.oneof(
      minute,
      day,
      day.map((on) => on.slice(0, 7)),
      day.map((on) => on.slice(0, 4)),
    ),
    mark,
  )
  .map((parts) => parts.join(''));

describe('an EDTF date', () => {
  it('spans the year, the month, the day or the one minute that it names', () => {
    const bounds = (text: string) => Object.values(boundsOf(text));
    expect(bounds('2024')).toEqual(['2024-01-01T00:00', '2024-12-31T23:59']);
    expect(bounds('2024-02')).toEqual(['2024-02-01T00:00', '2024-02-29T23:59']);
    expect(bounds('2025-02')).toEqual(['2025-02-01T00:00', '2025-02-28T23:59']);
    expect(bounds('2025-05-14~')).toEqual(['2025-05-14T00:00', '2025-05-14T23:59']);
    expect(bounds('2025-05-14T10:30')).toEqual(['2025-05-14T10:30', '2025-05-14T10:30']);
  });

  it('carries what is about and what is uncertain', () => {
    const marks = (text: string) => {
      const start = parseEdtf(text)?.start;
      return [start?.about, start?.uncertain];
    };
    expect(marks('2025')).toEqual([false, false]);
    expect(marks('2025~')).toEqual([true, false]);
    expect(marks('2025-05?')).toEqual([false, true]);
    expect(marks('2025-05-14%')).toEqual([true, true]);
  });

  it('may be a range, open at one end', () => {
    expect(boundsOf('2025-05-14/2025-05-16')).toEqual({
      earliest: '2025-05-14T00:00',
      latest: '2025-05-16T23:59',
    });
    expect(boundsOf('../2025-05')).toEqual({ earliest: undefined, latest: '2025-05-31T23:59' });
    expect(boundsOf('2025/..').latest).toBeUndefined();
  });

  it('is refused where it names no day of the calendar or is no date at all', () => {
    const wrong = [
      '',
      '..',
      '../..',
      '/',
      '2025-02-30',
      '2025-02-29',
      '2025-13',
      '2025-00',
      '2025-05-14T24:00',
      '2025-05-14T10:60',
      '2025-05-14T10',
      '2025-5-14',
      '25-05-14',
      '14.05.2025',
      '2025-05-14T10:30:00Z',
      ' 2025',
      '2025~~',
      '2025/2024',
      '2025/2026/2027',
      'yesterday',
    ];
    expect(wrong.filter((text) => parseEdtf(text) !== undefined)).toEqual([]);
    expect(() => boundsOf('yesterday')).toThrow(RangeError);
  });

  it('has bounds that hold what it names, in order, as text of one length', () => {
    fc.assert(
      fc.property(point, (text) => {
        const { earliest = '', latest = '' } = boundsOf(text);
        const bare = text.replace(/[~?%]$/u, '');
        expect(earliest <= latest).toBe(true);
        expect([earliest.length, latest.length]).toEqual([16, 16]);
        expect(earliest.startsWith(bare)).toBe(true);
        expect(latest.startsWith(bare)).toBe(true);
      }),
    );
  });

  it('is a range exactly where the start does not come after the end', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const isInOrder = (boundsOf(from).earliest ?? '') <= (boundsOf(to).latest ?? '');
        const range = parseEdtf(`${from}/${to}`);
        expect(range !== undefined).toBe(isInOrder);
        if (range === undefined) return;
        expect(range.start).toEqual(parseEdtf(from)?.start);
        expect(range.end).toEqual(parseEdtf(to)?.end);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d~?%T:/.-]{0,24}$/u)), (text) => {
        const read = parseEdtf(text);
        if (read !== undefined) expect(read.start ?? read.end).toBeDefined();
      }),
    );
  });
});
