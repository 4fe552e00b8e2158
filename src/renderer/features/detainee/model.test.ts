import { describe, expect, it } from 'vitest';
import { latestDocuments, openClocks, statusSince, type PersonPage } from './model';

const at = (time: string | undefined) => ({ earliest: time, latest: time });

const page = (standing: object, parts: object = {}): PersonPage =>
  ({ standing, holds: [], events: [], troubles: [], ...parts }) as unknown as PersonPage;

const hold = (type: string, from: string | undefined) => ({
  record: { fields: { type } },
  from: at(from),
  until: at(undefined),
});

const event = (type: string, time: string | undefined) => ({
  record: { fields: { type } },
  at: at(time),
});

describe('since when someone stands as the header says', () => {
  it('is since the hold they are in now, not since their arrest', () => {
    const holds = [
      hold('arrest', '2026-03-12T09:00'),
      hold('judicialRemand', '2026-03-27T10:00'),
      hold('judicialRemand', '2026-04-10T10:00'),
    ];
    const standing = {
      status: 'inside',
      isInside: true,
      hasBasis: true,
      holdType: 'judicialRemand',
      heldFrom: '2026-03-12T09:00',
    };
    expect(statusSince(page(standing, { holds }))).toBe('2026-04-10T10:00');
    expect(statusSince(page(standing, { holds: [hold('judicialRemand', undefined)] }))).toBe(
      undefined,
    );
  });

  it('is since the last hold ran out where somebody is inside without any', () => {
    const troubles = [
      { kind: 'placedWithoutHold', from: '2026-04-18T00:00' },
      { kind: 'twoPlaces', from: '2026-04-20T00:00' },
    ];
    const standing = { status: 'inside', isInside: true, hasBasis: false };
    expect(statusSince(page(standing, { troubles }))).toBe('2026-04-18T00:00');
  });

  it('is the last release of somebody who is out, and not known where it has no date', () => {
    const standing = { status: 'released', isInside: false, hasBasis: false };
    const events = [event('released', '2026-04-04T00:00'), event('released', '2025-01-01T00:00')];
    expect(statusSince(page(standing, { events }))).toBe('2026-04-04T00:00');
    expect(statusSince(page(standing, { events: [event('released', undefined)] }))).toBe(undefined);
  });
});

describe('the side of a detainee', () => {
  const clock = (rule: string, state: string, due: string, override?: object) => ({
    ...{ rule, state, dueAt: at(due), endedAt: at(undefined), override },
  });

  it('shows what can still grow before a breach that is closed, however old that is', () => {
    const closed = {
      ...clock('closed', 'breached', '2025-01-01T00:00'),
      endedAt: at('2025-01-09T00:00'),
    };
    const clocks = [
      closed,
      clock('running', 'running', '2026-06-01T00:00'),
      clock('due', 'due', '2026-05-02T00:00'),
      clock('over', 'breached', '2026-04-02T00:00'),
    ];
    expect(openClocks(page({}, { clocks })).map(({ rule }) => rule)).toEqual([
      'over',
      'due',
      'closed',
      'running',
    ]);
  });

  it('shows limits that want something done, the gravest first', () => {
    const clocks = [
      clock('far', 'running', '2026-06-01T00:00'),
      clock('done', 'met', '2026-04-01T00:00'),
      clock('near', 'running', '2026-05-01T00:00'),
      clock('set aside', 'breached', '2026-04-01T00:00', { id: 'x' }),
      clock('over', 'breached', '2026-04-02T00:00'),
    ];
    expect(openClocks(page({}, { clocks })).map(({ rule }) => rule)).toEqual([
      'over',
      'near',
      'far',
    ]);
  });

  it('shows the latest papers first and those without a date last', () => {
    const paper = (id: string, edtf?: string) => ({ id, fields: edtf ? { on: { edtf } } : {} });
    const documents = [paper('none'), paper('old', '2025'), paper('new', '2026-04-02')];
    expect(latestDocuments(page({}, { documents })).map(({ id }) => id)).toEqual([
      'new',
      'old',
      'none',
    ]);
  });
});
