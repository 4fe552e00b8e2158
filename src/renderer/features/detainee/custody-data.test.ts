import { describe, expect, it } from 'vitest';
import { custodyData, type CustodyWords } from './custody-data';
import type { PersonPage } from './model';

const TODAY = '2026-04-28';

const words: CustodyWords = {
  hold: (type) => type ?? '',
  event: (type) => type ?? '',
  order: (type) => type ?? '',
  trouble: (_kind, days) => `${String(days)} days`,
  clock: () => '',
  state: ({ state }) => (state === 'off' ? 'overridden' : state),
};

const at = (time: string) => ({ earliest: time, latest: time });
const open = { earliest: undefined, latest: undefined };

const hold = (id: string, type: string, from: string, until?: string) => ({
  record: { id, fields: { type } },
  from: at(from),
  until: until === undefined ? open : at(until),
});

const clock = (rule: string, from: string, due: string) => ({
  rule,
  subject: rule,
  state: 'breached',
  isOpen: false,
  startsAt: at(from),
  dueAt: at(due),
});

const page = (parts: object): PersonPage =>
  ({
    holds: [],
    placements: [],
    events: [],
    orders: [],
    clocks: [],
    troubles: [],
    ...parts,
  }) as unknown as PersonPage;

describe('the custody picture', () => {
  it('is not drawn where no hold and no place has a date', () => {
    expect(custodyData(page({}), TODAY, words)).toBeUndefined();
  });

  it('draws a hold to its end, an open one till now, and what is ordered ahead by itself', () => {
    const holds = [
      hold('2', 'judicialRemand', '2026-04-20T10:00', '2026-05-04T10:00'),
      hold('1', 'arrest', '2026-04-09T16:40', '2026-04-11T11:10'),
    ];
    const data = custodyData(page({ holds }), TODAY, words);
    expect(data?.holds.map(({ id, kind, from, until }) => [id, kind, from, until])).toEqual([
      ['1', 'police', '2026-04-09T16:40', '2026-04-11T11:10'],
      ['2', 'judicial', '2026-04-20T10:00', '2026-04-28T12:00'],
      ['2 ahead', 'ahead', '2026-04-28T12:00', '2026-05-04T10:00'],
    ]);
    expect(data?.from).toBe('2026-04-09T16:40');
    expect(data?.until.slice(0, 10)).toBe('2026-05-05');
  });

  it('draws a passed limit until the production that came too late', () => {
    const data = custodyData(
      page({
        holds: [hold('1', 'arrest', '2026-04-09T16:40')],
        clocks: [clock('PK-24H', '2026-04-09T16:40', '2026-04-10T16:40')],
        events: [{ record: { id: 'e', fields: { type: 'produced' } }, at: at('2026-04-11T11:10') }],
      }),
      TODAY,
      words,
    );
    expect(data?.clocks[0]).toMatchObject({ label: '24H', reached: '2026-04-11T11:10' });
    expect(data?.court.map(({ label }) => label)).toEqual(['produced']);
  });

  it('keeps a far limit from making the past too small to read', () => {
    const data = custodyData(
      page({
        holds: [hold('1', 'arrest', '2026-04-09T16:40')],
        clocks: [clock('PK-497-STAT', '2026-04-09T16:40', '2027-04-09T16:40')],
      }),
      TODAY,
      words,
    );
    expect(data?.until.slice(0, 7)).toBe('2026-04');
  });

  it('notes how long somebody is held somewhere without any basis', () => {
    const data = custodyData(
      page({
        holds: [hold('1', 'arrest', '2026-04-09T16:40', '2026-04-18T00:00')],
        troubles: [
          {
            kind: 'placedWithoutHold',
            records: ['p'],
            from: '2026-04-18T00:00',
            until: '2026-04-28T12:00',
          },
        ],
      }),
      TODAY,
      words,
    );
    expect(data?.notes).toMatchObject([{ at: '2026-04-18T00:00', text: '11 days' }]);
  });
});
