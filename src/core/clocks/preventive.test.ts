import { describe, expect, it } from 'vitest';
import {
  due,
  event,
  facts,
  hold,
  lines,
  matter,
  order,
  ruleOf,
  run,
} from '#tests/fixtures/clock-samples';

const grounds = ruleOf('PK-PD-15D');
const board = ruleOf('PK-PD-3M');
const each = ruleOf('PK-MPO-GOV');
const matters = [matter({ regime: ['preventive'] })];
const detained = (until?: string) =>
  hold(10, 'preventiveDetention', '2026-04-04T14:00', until === undefined ? {} : { until });

describe('PK-PD-15D, grounds of detention', () => {
  const at = (events: Parameters<typeof facts>[0], now?: string) =>
    run(grounds, facts({ matters, spells: [detained()], ...events }), now);

  it('runs fifteen days from the start of the hold, with no arrest in its words', () => {
    const result = at({}, '2026-04-10T09:00');
    expect([result.state, ...due(result)]).toEqual([
      'running',
      '2026-04-19T14:00',
      '2026-04-19T14:00',
    ]);
    expect(lines(result)).toEqual([
      'detained under the order 04.04.2026 14:00 + 15 days = 19.04.2026 14:00',
      'not recorded: grounds communicated',
    ]);
  });

  it.each([
    ['met', '2026-04-18'],
    ['breached', '2026-04-20'],
    // A day alone: the grounds may have come before or after 14:00.
    ['due', '2026-04-19'],
  ] as const)('is %s by grounds of that day', (state, day) => {
    expect(at({ events: [event(20, 'groundsInformed', day)] }).state).toBe(state);
  });

  it('is not met by a production or by remand in the same case', () => {
    const spells = [detained(), hold(11, 'policeRemand', '2026-04-08')];
    const events = [event(20, 'produced', '2026-04-05T10:00')];
    expect(at({ spells, events }, '2026-04-10T09:00').state).toBe('running');
  });

  it('asks for the grounds where the person was let go after the limit', () => {
    const result = at({ spells: [detained('2026-04-21T18:30')] });
    expect([result.state, result.isOpen, result.missing]).toEqual(['breached', false, ['grounds']]);
    expect(lines(result).at(-1)).toBe(
      'custody ended 21.04.2026 18:30, no communication of grounds recorded: breached until the release, by 2 d 4 h 30 min',
    );
  });

  it('is kept where the person was let go before it', () => {
    expect(at({ spells: [detained('2026-04-15')] }).state).toBe('met');
  });
});

describe('PK-PD-3M, the Review Board', () => {
  it.each([
    ['running', [], '2026-06-01T00:00'],
    ['due', [], '2026-07-05T00:00'],
    ['met', [event(20, 'boardReported', '2026-06-20')], undefined],
    ['breached', [event(20, 'boardReported', '2026-07-10')], undefined],
  ] as const)('is %s', (state, events, now) => {
    const result = run(board, facts({ matters, spells: [detained()], events }), now);
    expect([result.state, due(result)[0]]).toEqual([state, '2026-07-04T14:00']);
  });
});

describe('PK-MPO-GOV, the lapse of an order of detention', () => {
  const of = (days: number, more: readonly ReturnType<typeof order>[] = []) =>
    run(
      each,
      facts({
        matters,
        spells: [
          detained(),
          order(11, 'preventiveDetention', '2026-04-04', { days: [days] }),
          ...more,
        ],
      }),
    );

  it('runs to the end of the period of the order', () => {
    expect([of(30).state, due(of(30))[0]]).toEqual(['running', '2026-05-04T00:00']);
  });

  it('is met by the next order in time, and broken by one that comes late', () => {
    const next = (from: string) => [order(12, 'preventiveDetention', from, { days: [60] })];
    expect(of(30, next('2026-05-03')).state).toBe('met');
    expect(of(30, next('2026-05-20')).state).toBe('breached');
  });

  it('is over the usual period beyond the longest six months', () => {
    expect([of(184).state, of(185).state]).toEqual(['running', 'breached']);
  });

  it('says that nobody has checked it', () => {
    expect([of(30).confidence, of(30).status]).toEqual(['L', 'unverified']);
  });
});

it('does not ask for the regime: the hold itself says it', () => {
  const result = run(
    ruleOf('PK-PD-15D'),
    facts({ matters: [matter({ regime: [] })], spells: [detained()] }),
  );
  expect(lines(result).join()).not.toContain('regime');
});
