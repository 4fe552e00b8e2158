import { describe, expect, it } from 'vitest';
import { trashCan } from '#core/changes/trash';
import { purger } from '#core/changes/purge';
import type { RecordId } from '#shared/domain/ids';
import { samplePack } from '#tests/fixtures/clock-samples';
import { custodyDesk, type CustodyDesk } from '#tests/fixtures/custody-desk';
import { clockList } from './list-clocks';

const NOW = Date.UTC(2025, 4, 20, 4);

const list = (desk: CustodyDesk, about?: RecordId) =>
  clockList(desk.db, samplePack)({ nowMs: NOW, ...(about === undefined ? {} : { about }) });

function arrested(desk: CustodyDesk) {
  const person = desk.person('Sher Afsanvi (sample)', { sex: 'male' });
  const matter = desk.put('case', { title: 'FIR 1 (sample)', regime: 'ordinary' });
  const accused = desk.put('accused', { case: matter, person, previousConvict: false });
  desk.put('charge', { accused, section: 'PPC-147' });
  const hold = desk.put('hold', {
    person,
    case: matter,
    type: 'arrest',
    from: desk.on('2025-05-14T10:30'),
  });
  return { person, matter, accused, hold };
}

describe('kept clocks', () => {
  it('follow the facts as they are written, with their reasoning', () => {
    const desk = custodyDesk();
    const { person, matter, hold } = arrested(desk);
    const clock = () => list(desk, person).find(({ rule }) => rule === 'PK-24H');
    expect(clock()?.state).toBe('due');
    desk.put('custodyEvent', {
      person,
      hold,
      type: 'produced',
      at: desk.on('2025-05-16T10:00'),
      travelMinutes: 120,
    });
    expect(clock()).toMatchObject({
      state: 'breached',
      person,
      matter,
      subject: hold,
      personLabel: 'Sher Afsanvi (sample)',
      matterLabel: 'FIR 1 (sample)',
    });
    expect(clock()?.lines).toEqual([
      'arrested 14.05.2025 10:30 + 24 h net of 2 h journey = 15.05.2025 12:30',
      'produced 16.05.2025 10:00: breached by 21 h 30 min',
    ]);
    desk.put('hold', { from: desk.on('2025-05-15T12:00') }, hold);
    expect(clock()?.state).toBe('met');
  });

  it('take the charges from the pack, and ask where there are none', () => {
    const desk = custodyDesk();
    const { person, accused } = arrested(desk);
    const bail = () => list(desk, person).find(({ rule }) => rule === 'PK-497-STAT');
    const first = bail()?.dueAt.earliest ?? 0;
    const capital = desk.put('charge', { accused, sectionText: 's. 295-C PPC' });
    const days = ((bail()?.dueAt.earliest ?? 0) - first) / 1440;
    // One year more: 14.05.2026 to 14.05.2027.
    expect(days).toBe(365);
    desk.put('charge', { droppedOn: desk.on('2025-05-18') }, capital);
    expect(bail()?.dueAt.earliest).toBe(first);
  });

  it('say which pack is missing where a case follows another, until the person is out', () => {
    const desk = custodyDesk();
    const { person, matter, hold } = arrested(desk);
    desk.put('case', { pack: 'xx' }, matter);
    const [clock, ...more] = list(desk, person);
    expect(more).toEqual([]);
    expect(clock).toMatchObject({ state: 'unknown', isOpen: true, matter, missing: ['pack'] });
    expect(clock?.lines[0]).toContain('“xx”, which is not in this program');
    desk.put('custodyEvent', { person, hold, type: 'released', at: desk.on('2025-05-16T10:00') });
    expect(list(desk, person)).toMatchObject([{ state: 'unknown', isOpen: false }]);
    desk.put('case', { pack: 'pk' }, matter);
    expect(list(desk, person).map(({ rule }) => rule)).toContain('PK-24H');
  });

  it('see every rival claim, preferred or not, and drop it with the claim', () => {
    const desk = custodyDesk();
    const { person, hold } = arrested(desk);
    const due = () => list(desk, person).find(({ rule }) => rule === 'PK-24H')?.dueAt;
    const before = due();
    const claim = desk.put('claim', {
      about: hold,
      field: 'from',
      value: { edtf: '2025-05-13T22:00' },
    });
    expect(due()).toEqual({
      earliest: (before?.earliest ?? 0) - (12 * 60 + 30),
      latest: before?.latest,
    });
    desk.put('claim', { about: hold, field: 'from', value: { nonsense: true } });
    trashCan(desk.parts).trash(claim);
    expect(due()).toEqual(before);
  });

  it('see every head of a conflict', () => {
    const desk = custodyDesk();
    const { person, hold } = arrested(desk);
    // A second head, as a merge of two desks would leave it.
    desk.db
      .prepare(
        `INSERT INTO change (id, action, rec, field, element, value, level, at)
          SELECT randomblob(16), action, rec, field, element, '{"edtf":"2025-05-13T08:00"}', level, at
          FROM change WHERE rec = (SELECT rec FROM hold)
            AND field = (SELECT key FROM field WHERE kind = 'hold' AND name = 'from')`,
      )
      .run();
    desk.put('hold', { notes: 'touched' }, hold);
    const clock = list(desk, person).find(({ rule }) => rule === 'PK-24H');
    expect((clock?.dueAt.latest ?? 0) - (clock?.dueAt.earliest ?? 0)).toBe(26 * 60 + 30);
  });

  it('run for everyone whom an order covers, also before their record is here', () => {
    const desk = custodyDesk();
    const { person, matter } = arrested(desk);
    const stranger = desk.newRecord();
    const order = desk.put('order', {
      type: 'policeRemand',
      case: matter,
      from: desk.on('2025-05-15'),
      days: 10,
      [`persons/${desk.newElement()}`]: { person },
      [`persons/${desk.newElement()}`]: { person: stranger },
    });
    const sums = () => list(desk, order).filter(({ rule }) => rule === 'PK-167-15D');
    expect(
      sums()
        .map((clock) => clock.person)
        .toSorted(),
    ).toEqual([person, stranger].toSorted());
    expect(list(desk, matter).map(({ rule }) => rule)).toContain('PK-167-15D');
    desk.put('order', { days: 16 }, order);
    expect(sums().map(({ state }) => state)).toEqual(['breached', 'breached']);
  });

  it('take from an order of detention its period, and when each person got the grounds', () => {
    const desk = custodyDesk();
    const matter = desk.put('case', { title: 'Order 1 (sample)', regime: 'preventive' });
    const [told, untold] = [
      desk.person('Gul Afsanvi (sample)'),
      desk.person('Dil Khayali (sample)'),
    ];
    const order = desk.put('order', {
      case: matter,
      type: 'detention',
      from: desk.on('2025-05-01'),
      days: 30,
      [`persons/${desk.newElement()}`]: { person: told, groundsOn: desk.on('2025-05-06') },
      [`persons/${desk.newElement()}`]: { person: untold },
    });
    for (const person of [told, untold])
      desk.put('hold', {
        person,
        case: matter,
        order,
        type: 'preventiveDetention',
        from: desk.on('2025-05-01'),
      });
    const states = (person: RecordId) =>
      Object.fromEntries(list(desk, person).map(({ rule, state }) => [rule, state]));
    expect(states(told)).toMatchObject({ 'PK-PD-15D': 'met', 'PK-MPO-GOV': 'running' });
    expect(states(untold)).toMatchObject({ 'PK-PD-15D': 'due', 'PK-PD-3M': 'running' });
    desk.put('custodyEvent', {
      person: untold,
      type: 'groundsInformed',
      at: desk.on('2025-05-10'),
    });
    expect(states(untold)['PK-PD-15D']).toBe('met');
  });

  it('move to the other person when a hold was written down for the wrong one', () => {
    const desk = custodyDesk();
    const { person, hold } = arrested(desk);
    const other = desk.person('Nadia Tamsili (sample)');
    desk.put('hold', { person: other }, hold);
    expect(list(desk, person)).toEqual([]);
    expect(list(desk, other).map(({ rule }) => rule)).toContain('PK-24H');
  });

  it('can be overridden and come back when the override goes', () => {
    const desk = custodyDesk();
    const { person, matter } = arrested(desk);
    const state = () => list(desk, person).find(({ rule }) => rule === 'PK-24H')?.state;
    const override = desk.put('ruleOverride', {
      rule: 'PK-24H',
      subject: matter,
      effect: 'met',
      reason: 'produced the same evening, seen by counsel',
      by: 'sample',
    });
    expect(state()).toBe('met');
    trashCan(desk.parts).trash(override);
    expect(state()).toBe('due');
  });

  it('leave with the person, into the trash or for good', () => {
    const desk = custodyDesk();
    const { person } = arrested(desk);
    trashCan(desk.parts).trash(person);
    expect([desk.rows('clock'), desk.rows('standing')]).toEqual([[], []]);
    trashCan(desk.parts).restore(person);
    expect(desk.rows('standing')).toHaveLength(1);
    purger(desk.parts)([person]);
    expect(desk.rows('standing')).toEqual([]);
  });

  it('are listed page by page, those that run out first before those without a date', () => {
    const desk = custodyDesk();
    const names = ['A', 'B', 'C'].map((name) => desk.person(`${name} Khayali (sample)`));
    for (const [at, person] of names.entries())
      desk.put('hold', {
        person,
        type: 'arrest',
        ...(at === 1 ? {} : { from: desk.on(`2025-05-1${String(9 - at)}T10:00`) }),
      });
    const read = clockList(desk.db, samplePack);
    const page = (limit: number, offset: number) =>
      read({ nowMs: NOW, limit, offset })
        .filter(({ rule }) => rule === 'PK-24H')
        .map(({ personLabel }) => personLabel.slice(0, 1));
    const all = read({ nowMs: NOW }).map(({ person, rule }) => `${person} ${rule}`);
    expect(page(99, 0)).toEqual(['C', 'A', 'B']);
    const byOnes = all.map((_, at) => {
      const [one] = read({ nowMs: NOW, limit: 1, offset: at });
      return one === undefined ? '' : `${one.person} ${one.rule}`;
    });
    expect(byOnes).toEqual(all);
    expect(read({ nowMs: NOW, isOpen: false })).toEqual([]);
  });

  it('are asked for as what is still to come, the soonest first, and as what passed, the latest first', () => {
    const desk = custodyDesk();
    const { person } = arrested(desk);
    const { person: other, matter } = arrested(desk);
    const read = clockList(desk.db, samplePack);
    const upcoming = read({ nowMs: NOW, when: 'upcoming' });
    const passed = read({ nowMs: NOW, when: 'passed' });
    expect(upcoming.map(({ state }) => state)).not.toContain('due');
    expect(upcoming.map(({ rule, person: who }) => [rule, who])).toContainEqual([
      'PK-497-STAT',
      person,
    ]);
    const dues = upcoming.map(({ dueAt }) => dueAt.earliest ?? 0);
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
    expect(passed.map(({ rule, state }) => [rule, state])).toEqual([
      ['PK-24H', 'due'],
      ['PK-24H', 'due'],
    ]);
    const later = read({ nowMs: NOW + 500 * 86_400_000, when: 'passed' });
    const over = later.map(({ dueAt }) => dueAt.earliest ?? 0);
    expect(over).toEqual(over.toSorted((a, b) => b - a));
    expect(over.length).toBeGreaterThan(passed.length);
    expect(read({ nowMs: NOW, when: 'passed', about: other })).toHaveLength(1);
    expect(read({ nowMs: NOW, when: 'passed', about: matter, limit: 5 })).toHaveLength(1);
    expect(read({ nowMs: NOW, when: 'upcoming', about: desk.newRecord() })).toEqual([]);
  });

  it('are the same when everything is made anew', () => {
    const desk = custodyDesk();
    const { person, matter } = arrested(desk);
    const trial = desk.put('proceeding', { case: matter, type: 'trial' });
    desk.put('hearing', { proceeding: trial, on: desk.on('2025-06-02'), status: 'fixed' });
    desk.put('placement', { person, type: 'jail', from: desk.on('2025-05-16') });
    const all = () => [desk.rows('clock'), desk.rows('standing'), desk.rows('docket')];
    const before = all();
    for (const derivation of desk.derivations) derivation.rebuild();
    expect(all()).toEqual(before);
    expect(before.map((rows) => rows.length)).toEqual([2, 1, 1]);
  });
});
