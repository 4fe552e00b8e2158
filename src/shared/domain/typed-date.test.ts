import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from './edtf';
import { parseTypedDate, type Lean, type TypedDate } from './typed-date';

/** Tuesday 28 April 2026. */
const TODAY = '2026-04-28';
const read = (text: string, lean: Lean = 'ahead', today = TODAY): TypedDate =>
  parseTypedDate(text, { today, lean });
const date = (edtf: string): TypedDate => ({ kind: 'date', edtf });

describe('a typed date', () => {
  it.each([
    ['14.5', '2026-05-14'],
    ['14.5.', '2026-05-14'],
    ['14/5', '2026-05-14'],
    ['14.5.2026', '2026-05-14'],
    ['14.5.26', '2026-05-14'],
    ['14-5-2026', '2026-05-14'],
    ['14 May', '2026-05-14'],
    ['14may', '2026-05-14'],
    ['May 14, 2027', '2027-05-14'],
    ['14th of', undefined],
    ['+2w', '2026-05-12'],
    ['+ 10 days', '2026-05-08'],
    ['-3d', '2026-04-25'],
    ['+1m', '2026-05-28'],
    ['+5', '2026-05-03'],
    ['today', '2026-04-28'],
    ['tomorrow', '2026-04-29'],
    ['next mon', '2026-05-04'],
    ['mon', '2026-05-04'],
    ['last mon', '2026-04-27'],
    ['2025-05', '2025-05'],
    ['5.2025', '2025-05'],
    ['May 2025', '2025-05'],
    ['2025', '2025'],
    ['2025~', '2025~'],
    ['~ 2025', '2025~'],
    ['about April 2026', '2026-04~'],
    ['2025?', '2025?'],
    ['~2025?', '2025%'],
    ['14.5 9:30', '2026-05-14T09:30'],
    ['14.5.2026 9.30', '2026-05-14T09:30'],
    ['9:30', '2026-04-28T09:30'],
    ['2026-05-14T09:30', '2026-05-14T09:30'],
    ['Thu 14 May', '2026-05-14'],
    ['۱۴.۵', '2026-05-14'],
    ['2025..2026', '2025/2026'],
    ['2025/2026', '2025/2026'],
    ['14.5.2026 - 16.5.2026', '2026-05-14/2026-05-16'],
    ['2025..', '2025/..'],
  ])('%s means %s', (typed, edtf) => {
    if (edtf === undefined) expect(read(typed).kind).toBe('wrong');
    else expect(read(typed)).toEqual(date(edtf));
  });

  it('leans the way the field looks where no year was typed', () => {
    expect(read('14.3', 'ahead')).toEqual(date('2027-03-14'));
    expect(read('14.3', 'behind')).toEqual(date('2026-03-14'));
    expect(read('14.5', 'behind')).toEqual(date('2025-05-14'));
    expect(read('14.3', 'none')).toEqual(date('2026-03-14'));
    expect(read('28.4', 'ahead')).toEqual(date(TODAY));
    expect(read('29.2', 'ahead')).toEqual(date('2028-02-29'));
    expect(read('mon', 'behind')).toEqual(date('2026-04-27'));
  });

  it('says which month is too short', () => {
    expect(read('31.4')).toEqual({ kind: 'wrong', problem: 'no-such-day', month: 4, days: 30 });
    expect(read('2026-02-30')).toMatchObject({ problem: 'no-such-day', days: 28 });
    expect(read('0.4')).toMatchObject({ problem: 'no-such-day' });
  });

  it('says what else is wrong', () => {
    expect(read('14.13')).toMatchObject({ problem: 'no-such-month' });
    expect(read('14.5 25:00')).toMatchObject({ problem: 'no-such-time' });
    expect(read('Fri 14 May 2026')).toEqual({
      kind: 'wrong',
      problem: 'weekday-differs',
      edtf: '2026-05-14',
    });
    expect(read('16.5.2026 - 14.5.2026')).toMatchObject({ problem: 'end-before-start' });
    expect(read('soon')).toMatchObject({ problem: 'unreadable' });
    expect(read('constructor')).toMatchObject({ problem: 'unreadable' });
    // Seen as 2.1.2026, and standing there as 1.2.2026: nobody must take one for the other.
    expect(read('1\u200f.\u202e2\u202c.2026')).toMatchObject({ problem: 'hidden-marks' });
    expect(read('9'.repeat(10_000))).toMatchObject({ problem: 'too-long' });
  });

  it('takes nothing for nothing', () => {
    expect(read('  ')).toEqual({ kind: 'empty' });
  });
});

const anyDay = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('whatever is typed', () => {
  it('never throws, and gives only dates the file can keep', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9.\-/+~?:a-z ]{0,20}$/u),
    );
    fc.assert(
      fc.property(
        typed,
        fc.constantFrom<Lean>('ahead', 'behind', 'none'),
        anyDay,
        (text, lean, today) => {
          const found = read(text, lean, today);
          return found.kind !== 'date' || parseEdtf(found.edtf) !== undefined;
        },
      ),
    );
  });

  it('reads a whole date the same however it is written', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        const [year, month, date_] = day.split('-').map(Number);
        const english = Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'full' });
        for (const text of [day, `${date_}.${month}.${year}`, `${date_}/${month}/${year}`, english])
          expect(read(text, 'ahead', today), text).toEqual(date(day));
      }),
    );
  });

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), anyDay, (days, today) => {
        const expected = Temporal.PlainDate.from(today).add({ days }).toString();
        expect(read(`+${days}d`, 'ahead', today)).toEqual(date(expected));
      }),
    );
  });

  it('never guesses a date behind one that looks ahead', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        const found = read(`${Number(day.slice(8))}.${Number(day.slice(5, 7))}`, 'ahead', today);
        expect(found.kind === 'date' && found.edtf >= today).toBe(true);
      }),
    );
  });
});
