import { describe, expect, it } from 'vitest';
import {
  due,
  event,
  facts,
  hold,
  lines,
  matter,
  ruleOf,
  run,
  sampleId,
} from '#tests/fixtures/clock-samples';

const day24 = ruleOf('PK-24H');

describe('PK-24H, production within 24 hours net of travel', () => {
  const arrested = hold(10, 'arrest', '2025-05-14T10:30');

  it('is breached by 21 h 30 min in the worked example', () => {
    // 14.05 10:30 + 24 h = 15.05 10:30; + 2 h journey = 15.05 12:30.
    // 15.05 12:30 to 16.05 10:00 is 11 h 30 min to midnight and 10 h: 21 h 30 min.
    const result = run(
      day24,
      facts({
        spells: [arrested],
        events: [event(20, 'produced', '2025-05-16T10:00', { travel: [120] })],
      }),
    );
    expect(result.state).toBe('breached');
    expect(due(result)).toEqual(['2025-05-15T12:30', '2025-05-15T12:30']);
    expect(lines(result)).toEqual([
      'arrested 14.05.2025 10:30 + 24 h net of 2 h journey = 15.05.2025 12:30',
      'produced 16.05.2025 10:00: breached by 21 h 30 min',
    ]);
    expect(result).toMatchObject({
      rule: 'PK-24H',
      basis: 'Constitution Art. 10(2); CrPC s.61',
      confidence: 'H',
      isOpen: false,
    });
  });

  it('falls due at 20:00 for an arrest at 18:00 and a journey of two hours', () => {
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '2025-05-14T18:00')],
        events: [event(20, 'arrested', '2025-05-14T18:00', { travel: [120] })],
      }),
      '2025-05-15T20:00',
    );
    expect(due(result)[0]).toBe('2025-05-15T20:00');
    expect(result.state).toBe('running');
    expect(result.isOpen).toBe(true);
  });

  it('is met in the last minute and breached one minute later', () => {
    const at = (time: string) =>
      run(day24, facts({ spells: [arrested], events: [event(20, 'produced', time)] }));
    expect(at('2025-05-15T10:30').state).toBe('met');
    expect(at('2025-05-15T10:31').state).toBe('breached');
    expect(lines(at('2025-05-15T10:31')).at(-1)).toBe(
      'produced 15.05.2025 10:31: breached by 1 min',
    );
  });

  it('runs up to the limit and is due the minute after', () => {
    const all = facts({ spells: [arrested] });
    expect(run(day24, all, '2025-05-15T10:30').state).toBe('running');
    expect(run(day24, all, '2025-05-15T10:31').state).toBe('due');
    expect(run(day24, all).state).toBe('running');
  });

  it('asks when the arrest was where nobody said', () => {
    const result = run(day24, facts({ spells: [hold(10, 'arrest', '')] }));
    expect(result).toMatchObject({ state: 'unknown', missing: ['arrestedAt'], isOpen: true });
    expect(lines(result)).toEqual(['not known: when was the arrest?']);
  });

  it('counts a day without an hour from its first minute and says so', () => {
    const result = run(day24, facts({ spells: [hold(10, 'arrest', '2025-05-14')] }));
    expect(due(result)).toEqual(['2025-05-15T00:00', '2025-05-15T23:59']);
    expect(lines(result)[0]).toBe(
      'arrested 14.05.2025, no exact time; counted from 14.05.2025 00:00, which is worst for liberty',
    );
  });

  it('claims no breach that the file does not show, and asks for the hours', () => {
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '2025-05-14')],
        events: [event(20, 'produced', '2025-05-15')],
      }),
    );
    expect(result).toMatchObject({
      state: 'due',
      isOpen: false,
      missing: ['arrestTime', 'producedAt'],
    });
  });

  it('is breached by at least so much where days alone show it', () => {
    // Arrested on the 14th at the latest 23:59, so due 15.05 23:59; produced at the earliest 17.05 00:00.
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '2025-05-14')],
        events: [event(20, 'produced', '2025-05-17')],
      }),
    );
    expect(result.state).toBe('breached');
    expect(lines(result).at(-1)).toContain('at least 1 d 1 min');
  });

  it('takes the earlier of rival arrests and shows both', () => {
    const result = run(
      day24,
      facts({ spells: [hold(10, 'arrest', '2025-05-14T10:30|2025-05-13T22:00')] }),
    );
    expect(due(result)).toEqual(['2025-05-14T22:00', '2025-05-15T10:30']);
    expect(lines(result)[0]).toBe(
      'arrested: the file gives 14.05.2025 10:30 and 13.05.2025 22:00; counted from 13.05.2025 22:00, which is worst for liberty',
    );
  });

  it('does not let an event that repeats one rival silence the other', () => {
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '2026-04-03T21:30|2026-04-04T16:00')],
        events: [
          event(19, 'arrested', '2026-04-03T21:30', { travel: [20] }),
          event(20, 'produced', '2026-04-05T12:00'),
        ],
      }),
    );
    // Due 04.04 21:50 or 05.04 16:20: late by 14 h 10 min at the most, or in time.
    expect(due(result)).toEqual(['2026-04-04T21:50', '2026-04-05T16:20']);
    expect(result.state).toBe('due');
    expect(lines(result).at(-1)).toBe(
      'produced 05.04.2026 12:00: perhaps too late, by up to 14 h 10 min; the file does not show that it was in time',
    );
  });

  it('takes the hour of an event for the day of the hold that it lies in', () => {
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '2025-05-14')],
        events: [event(19, 'arrested', '2025-05-14T10:30')],
      }),
    );
    expect(due(result)[0]).toBe('2025-05-15T10:30');
  });

  it('takes the shorter of rival journeys', () => {
    const result = run(
      day24,
      facts({
        spells: [arrested],
        events: [event(20, 'arrested', '2025-05-14T10:30', { travel: [120, 45] })],
      }),
    );
    expect(due(result)).toEqual(['2025-05-15T11:15', '2025-05-15T12:30']);
  });

  it('takes the first remand for the production that remand needs', () => {
    const result = run(
      day24,
      facts({ spells: [arrested, hold(11, 'policeRemand', '2025-05-15T09:00')] }),
    );
    expect(result.state).toBe('met');
    expect(lines(result)).toContain(
      'no production is recorded; the first remand is taken for it, because remand needs one',
    );
  });

  it('is met by release in time and breached by release after it', () => {
    const released = (at: string) =>
      run(day24, facts({ spells: [arrested], events: [event(20, 'released', at)] })).state;
    expect(released('2025-05-14T20:00')).toBe('met');
    expect(released('2025-05-16T08:00')).toBe('breached');
  });

  // Arrested 14.05 10:30, so the limit is 15.05 10:30; no production is recorded anywhere below.
  it.each([
    ['the hold ended in time', { until: '2025-05-15T10:30' }, [], 'met', []],
    [
      'the hold ended late',
      { until: '2025-05-17T10:30' },
      [],
      'breached',
      ['no production recorded: breached until the release, by 2 d'],
    ],
    [
      'a release tells of the arrest itself',
      {},
      [event(20, 'released', '2025-05-16T10:30', { hold: sampleId(10) })],
      'breached',
      ['breached until the release, by 1 d'],
    ],
    [
      'a release names a later basis of the same case',
      { later: 'preventiveDetention' },
      [event(20, 'released', '2025-05-16T10:30', { hold: sampleId(11) })],
      'breached',
      ['breached until the release, by 1 d'],
    ],
    [
      'only the day of the release is known',
      {},
      [event(20, 'released', '2025-05-15')],
      'due',
      ['no production recorded: perhaps after the limit, by up to 13 h 29 min'],
    ],
    [
      'death ended it, told of another hold',
      {},
      [event(20, 'died', '2025-05-15T09:00', { hold: sampleId(99) })],
      'met',
      [],
    ],
  ] as const)('closes when %s', (_case, parts, events, state, said) => {
    const { later, ...more } = { later: undefined, ...parts };
    const spells = [
      hold(10, 'arrest', '2025-05-14T10:30', more),
      ...(later === undefined ? [] : [hold(11, later, '2025-05-15T20:00')]),
    ];
    const all = facts({ spells, events });
    const result = run(day24, all);
    expect(result).toMatchObject({ state, isOpen: false });
    for (const line of said) expect(lines(result).join('\n')).toContain(line);
    expect(result.missing).toEqual(state === 'met' ? [] : ['production']);
    // Looked at a year later it says the same.
    expect(run(day24, all, '2026-05-14T10:30')).toEqual(result);
  });

  it('goes on when only another case let the person go, or a new arrest tells of a release', () => {
    const other = event(20, 'released', '2025-05-14T20:00', { hold: sampleId(30) });
    const again = event(21, 'released', '2025-06-03T20:00', { hold: sampleId(12) });
    const result = run(
      day24,
      facts({
        spells: [
          arrested,
          hold(30, 'arrest', '2025-05-01', { case: sampleId(5) }),
          hold(12, 'arrest', '2025-06-02T10:00'),
        ],
        events: [other, again],
      }),
    );
    expect(result).toMatchObject({ state: 'running', isOpen: true });
  });

  it('judges a closed clock anew by a date set by hand, and does not let it run again', () => {
    const all = (dueAt: string) =>
      run(
        day24,
        facts({
          spells: [arrested],
          events: [event(20, 'produced', '2025-05-16T10:00')],
          overrides: [
            {
              id: sampleId(40),
              rule: 'PK-24H',
              subject: sampleId(10),
              effect: 'dueAt',
              dueAt: { edtf: dueAt },
              reason: 'Sample reason',
              by: 'Sample Vakil',
            },
          ],
        }),
        '2026-01-01T00:00',
      );
    expect(all('2025-05-16T12:00')).toMatchObject({ state: 'met', isOpen: false });
    expect(all('2025-05-16T09:00')).toMatchObject({ state: 'breached', isOpen: false });
  });

  it('leaves a question unanswered but closed when the person is out', () => {
    const result = run(
      day24,
      facts({
        spells: [hold(10, 'arrest', '')],
        events: [event(20, 'released', '2025-05-16T08:00')],
      }),
    );
    expect(result).toMatchObject({ state: 'unknown', isOpen: false, missing: ['arrestedAt'] });
    expect(lines(result).at(-1)).toBe('custody ended 16.05.2025 08:00: nothing runs any longer');
  });

  it('runs 24 hours through a clock change of the place', () => {
    // London, 29.03.2025 12:00 GMT + 24 h = 30.03.2025 13:00 BST.
    const result = run(
      day24,
      facts({ zone: 'Europe/London', spells: [hold(10, 'arrest', '2025-03-29T12:00')] }),
    );
    expect(due(result)[0]).toBe('2025-03-30T13:00');
  });

  it('reads a date in the zone that it names', () => {
    const spell = { ...arrested, from: [{ edtf: '2025-05-14T10:30', zone: 'UTC' }] };
    expect(due(run(day24, facts({ spells: [spell] })))[0]).toBe('2025-05-15T15:30');
  });

  it('does not apply to preventive detention, and says that this is not "no limit"', () => {
    const result = run(
      day24,
      facts({ spells: [arrested], matters: [matter({ regime: ['preventive'] })] }),
    );
    expect(result.state).toBe('notApplicable');
    expect(lines(result)[0]).toContain('does not mean that there is none');
  });
});
