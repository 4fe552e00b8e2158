import { describe, expect, it } from 'vitest';
import type { ClockRead } from '../parts/clock-read';
import { foldedClocks, hasClocks } from './folded-clocks';
import { lostDays, mergedCharges, type CasePage, type Proceeding } from './model';

const charge = (id: string, section: string, more = {}) => ({
  record: { id, label: section, fields: { section, ...more } },
  section: undefined,
});

const accused = (name: string, charges: readonly unknown[]) => ({
  record: { fields: { name } },
  charges,
});

// Only what the rules under test read.
const page = (parts: object): CasePage =>
  ({ labels: {}, charges: [], accused: [], ...parts }) as unknown as CasePage;

describe('charges of a case', () => {
  it('stand once each, with everyone they are made against', () => {
    const merged = mergedCharges(
      page({
        accused: [
          accused('A Farzi (sample)', [charge('1', 'PPC-341'), charge('2', 'PPC-353')]),
          accused('B Farzi (sample)', [charge('3', 'PPC-341')]),
        ],
        charges: [charge('4', 'PPC-149')],
      }),
    );
    expect(merged.map(({ charge: { record }, against }) => [record.label, against])).toEqual([
      ['PPC-149', []],
      ['PPC-341', ['A Farzi (sample)', 'B Farzi (sample)']],
      ['PPC-353', ['A Farzi (sample)']],
    ]);
  });

  it('that were dropped stand apart, after the others', () => {
    const dropped = { droppedOn: { edtf: '2026-04-14' } };
    const merged = mergedCharges(
      page({
        accused: [
          accused('A Farzi (sample)', [charge('1', 'PPC-341', dropped)]),
          accused('B Farzi (sample)', [charge('2', 'PPC-341')]),
        ],
      }),
    );
    expect(merged.map(({ against, isDropped }) => [against, isDropped])).toEqual([
      [['B Farzi (sample)'], false],
      [['A Farzi (sample)'], true],
    ]);
  });
});

it('adds up days lost over all proceedings, the most first', () => {
  const delay = (reason: string, by: string, times: number, daysLost: number) => ({
    reason,
    by,
    times,
    daysLost,
  });
  const proceedings = [
    { delay: [delay('courtBusy', 'court', 1, 7), delay('witnessAbsent', 'prosecution', 1, 14)] },
    { delay: [delay('witnessAbsent', 'prosecution', 2, 28)] },
  ] as unknown as readonly Proceeding[];
  expect(
    lostDays(proceedings).map(({ reason, times, daysLost }) => [reason, times, daysLost]),
  ).toEqual([
    ['witnessAbsent', 3, 42],
    ['courtBusy', 1, 7],
  ]);
});

it('folds a clock only where limit and reasons are the same, and shows the breached first', () => {
  const clock = (personLabel: string, state: string, line: string) =>
    ({
      rule: 'PK-24H',
      state,
      personLabel,
      dueAt: { earliest: '2026-04-04T21:50' },
      lines: [line],
    }) as unknown as ClockRead;
  const folded = foldedClocks([
    clock('A Farzi (sample)', 'met', 'produced 04.04.2026 12:00'),
    clock('B Farzi (sample)', 'breached', 'produced 05.04.2026 12:00'),
    clock('C Farzi (sample)', 'breached', 'produced 05.04.2026 12:40'),
    clock('D Farzi (sample)', 'breached', 'produced 05.04.2026 12:00'),
    clock('E Farzi (sample)', 'notApplicable', ''),
  ]);
  expect(folded.map(({ people }) => people)).toEqual([
    ['B Farzi (sample)', 'D Farzi (sample)'],
    ['C Farzi (sample)'],
    ['A Farzi (sample)'],
  ]);
});

it('has no clocks to show where none of them applies', () => {
  const clock = (state: string) => ({ state }) as unknown as ClockRead;
  expect(hasClocks({ clocks: [] })).toBe(false);
  expect(hasClocks({ clocks: [clock('notApplicable')] })).toBe(false);
  expect(hasClocks({ clocks: [clock('notApplicable'), clock('met')] })).toBe(true);
});
