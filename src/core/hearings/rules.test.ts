import { describe, expect, it } from 'vitest';
import { sampleId } from '#tests/fixtures/clock-samples';
import { chainOf, delayTable, type HearingDay } from './rules';

const hearing = (
  n: number,
  on: string | undefined,
  more: Partial<HearingDay> = {},
): HearingDay => ({
  id: sampleId(n),
  on,
  status: 'adjourned',
  adjournReason: undefined,
  adjournedBy: undefined,
  next: undefined,
  ...more,
});

describe('the chain of hearings', () => {
  it('follows what each names as next, and the dates where none is named', () => {
    const all = [
      hearing(3, '2025-06-20'),
      hearing(1, '2025-06-01', { next: sampleId(3) }),
      hearing(2, '2025-06-10'),
    ];
    expect(chainOf(all).map(({ hearing: { id }, previous, next }) => [id, previous, next])).toEqual(
      [
        [sampleId(1), undefined, sampleId(3)],
        [sampleId(2), sampleId(1), sampleId(3)],
        [sampleId(3), sampleId(1), undefined],
      ],
    );
  });

  it('passes over a next that is not in this vault', () => {
    const chain = chainOf([
      hearing(1, '2025-06-01', { next: sampleId(99) }),
      hearing(2, undefined),
    ]);
    expect(chain[0]?.next).toBe(sampleId(2));
  });
});

describe('the table of delay', () => {
  it('adds up days lost by cause and by whom, the last one up to today', () => {
    const absent = { adjournReason: 'witnessAbsent', adjournedBy: 'prosecution' } as const;
    const rows = delayTable(
      [
        hearing(1, '2025-06-01', absent),
        hearing(2, '2025-06-11', { adjournReason: 'judgeOnLeave', adjournedBy: 'court' }),
        hearing(3, '2025-06-14', { status: 'heard' }),
        hearing(4, '2025-06-20', absent),
      ],
      '2025-06-25',
    );
    // 01 to 11 June is 10 days, 20 to 25 June 5; 11 to 14 June 3.
    expect(rows).toEqual([
      { reason: 'witnessAbsent', by: 'prosecution', times: 2, daysLost: 15 },
      { reason: 'judgeOnLeave', by: 'court', times: 1, daysLost: 3 },
    ]);
  });

  it('leaves it open by whom where nobody said', () => {
    expect(delayTable([hearing(1, '2025-06-01')], '2025-06-03')).toEqual([
      { reason: undefined, by: 'unknown', times: 1, daysLost: 2 },
    ]);
  });
});
