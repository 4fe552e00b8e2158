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
    standing: { status: 'inside' },
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

  describe('of somebody who is out', () => {
    const released = page({
      standing: { status: 'released' },
      holds: [hold('1', 'arrest', '2026-01-03T21:30', '2026-01-04T18:00')],
      placements: [
        {
          record: {
            id: 'p',
            label: '',
            fields: { type: 'policeStation', place: 'Sample station' },
          },
          from: at('2026-01-03T21:30'),
          until: open,
        },
      ],
      events: [{ record: { id: 'e', fields: { type: 'released' } }, at: at('2026-01-04T18:00') }],
    });

    it('ends a little after the release, without a line of today', () => {
      const data = custodyData(released, TODAY, words);
      expect(data?.until.slice(0, 10)).toBe('2026-01-05');
      expect(data?.today).toBeUndefined();
    });

    it('ends a place that has no end with the release, and says how custody ended', () => {
      const data = custodyData(released, TODAY, words);
      expect(data?.placements).toMatchObject([{ until: '2026-01-04T18:00' }]);
      expect(data?.notes).toMatchObject([{ at: '2026-01-04T18:00', text: 'released' }]);
    });

    it('keeps a later day that is only planned from making the picture longer', () => {
      const events = [
        ...released.events,
        { record: { id: 'f', fields: { type: 'other' } }, at: at('2026-09-01T10:00') },
      ];
      const data = custodyData({ ...released, events } as unknown as PersonPage, TODAY, words);
      expect(data?.until.slice(0, 10)).toBe('2026-01-05');
    });
  });

  it('draws a short hold over the long one that began with it, whose word stays readable', () => {
    const holds = [
      hold('2', 'judicialRemand', '2026-04-09T16:40', '2026-04-28T10:00'),
      hold('1', 'arrest', '2026-04-09T16:40', '2026-04-11T11:10'),
    ];
    const data = custodyData(page({ holds }), TODAY, words);
    expect(data?.holds.map(({ id, from, label }) => [id, from, label])).toEqual([
      ['2', '2026-04-11T11:10', 'judicialRemand'],
      ['1', '2026-04-09T16:40', 'arrest'],
    ]);
  });
});
