import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { custodyDesk, type CustodyDesk } from '#tests/fixtures/custody-desk';
import { NEXT_DATE_SQL } from './list-next-date';
import { DETAINEE_SQL } from './detainee-orders';
import { detaineeList } from './list-detainees';
import { caseList } from './list-cases';
import { todayReader } from './today-queries';
import { TODAY_SQL } from './today-sql';

const ZONE = 'Asia/Karachi';
/** 16.05.2025 09:00 in Karachi. */
const NOW = Date.UTC(2025, 4, 16, 4);
const today = (desk: CustodyDesk, at = NOW) => todayReader(desk.db, ZONE)(at);

function trial(desk: CustodyDesk, court: string, matter?: RecordId) {
  return desk.put('proceeding', {
    type: 'trial',
    courtTitle: court,
    ...(matter === undefined ? {} : { case: matter }),
  });
}

describe('today', () => {
  it('lists the hearings of today and tomorrow by time, and by list number within one', () => {
    const desk = custodyDesk();
    const counsel = desk.put('contact', {
      [`names/${desk.newElement()}`]: { text: 'Adv. Hikayati (sample)' },
    });
    const matter = desk.put('case', { title: 'FIR 7 (sample)' });
    const [a, b] = [trial(desk, 'Court A', matter), trial(desk, 'Court B')];
    const hearing = (proceeding: RecordId, on: string, more = {}) =>
      desk.put('hearing', { proceeding, on: desk.on(on), status: 'fixed', ...more });
    hearing(a, '2025-04-20', { status: 'adjourned', orderGist: 'Witness absent, last chance.' });
    const second = hearing(a, '2025-05-16T11:00', { listNumber: 9 });
    const first = hearing(a, '2025-05-16', {
      listNumber: 2,
      purpose: 'EVIDENCE',
      goes: counsel,
      bring: 'the register',
    });
    const third = hearing(b, '2025-05-16T08:30');
    const next = hearing(a, '2025-05-16T11:00', { listNumber: 3 });
    const fourth = hearing(a, '2025-05-17T09:00');
    hearing(b, '2025-05-18');
    hearing(b, '2025-05');
    hearing(b, '2025-05-16', { status: 'cancelled' });
    const { hearings } = today(desk);
    expect(hearings.total).toBe(5);
    expect(hearings.first.map(({ id }) => id)).toEqual([first, third, next, second, fourth]);
    expect(hearings.first[0]).toMatchObject({
      court: 'Court A',
      matterLabel: 'FIR 7 (sample)',
      purpose: 'EVIDENCE',
      goes: 'Adv. Hikayati (sample)',
      bring: 'the register',
      isTimeKnown: false,
      lastOrder: 'Witness absent, last chance.',
      lastOrderOn: '2025-04-20',
    });
  });

  it('takes its day from the zone of the place', () => {
    const desk = custodyDesk();
    // 15.05. 20:00 UTC is the 16th, 01:00, in Karachi.
    expect(today(desk, Date.UTC(2025, 4, 15, 20))).toMatchObject({
      today: '2025-05-16',
      tomorrow: '2025-05-17',
    });
  });

  it('folds one limit over many people into one line, the first to run out first', () => {
    const desk = custodyDesk();
    const matter = desk.put('case', { title: 'FIR 8 (sample)', regime: 'ordinary' });
    const arrest = (name: string, at: string, of = matter) =>
      desk.put('hold', {
        person: desk.person(name),
        case: of,
        type: 'arrest',
        from: desk.on(at),
      });
    for (const name of ['A Farzi (sample)', 'B Farzi (sample)', 'C Farzi (sample)'])
      arrest(name, '2025-05-15T22:00');
    arrest('D Farzi (sample)', '2025-05-15T20:00', desk.put('case', { title: 'FIR 9 (sample)' }));
    arrest('E Farzi (sample)', '2025-05-14T20:00');
    const { clocksNext, clocksPast } = today(desk);
    const hours = clocksNext.filter(({ rule }) => rule === 'PK-24H');
    expect(hours.map(({ people, causeLabel }) => [people, causeLabel])).toEqual([
      [1, 'FIR 9 (sample)'],
      [3, 'FIR 8 (sample)'],
    ]);
    expect(clocksPast.total).toBe(1);
    expect(clocksPast.first[0]).toMatchObject({
      rule: 'PK-24H',
      state: 'due',
      people: 1,
      personLabel: 'E Farzi (sample)',
    });
  });

  it('finds pending matters without a next date, until one is fixed or the matter ends', () => {
    const desk = custodyDesk();
    const matter = desk.put('case', { title: 'FIR 10 (sample)', status: 'open' });
    const late = trial(desk, 'Court A', matter);
    const never = trial(desk, 'Court B');
    const fixed = trial(desk, 'Court C');
    desk.put('hearing', { proceeding: late, on: desk.on('2025-05-10'), status: 'adjourned' });
    desk.put('hearing', { proceeding: fixed, on: desk.on('2025-05-16'), status: 'fixed' });
    const found = () => today(desk).withoutNextDate;
    expect(found().first.map(({ id, lastOn }) => [id, lastOn])).toEqual([
      [late, '2025-05-10'],
      [never, undefined],
    ]);
    desk.put('proceeding', { status: 'decided' }, never);
    desk.put('case', { status: 'closed' }, matter);
    expect(found().total).toBe(0);
  });

  it('raises the alarm for someone inside with no open hold', () => {
    const desk = custodyDesk();
    const who = desk.person('Yar Khwabi (sample)');
    const alarm = (at = NOW) => today(desk, at).insideWithoutBasis.first.map(({ id }) => id);
    const hold = desk.put('hold', {
      person: who,
      type: 'preventiveDetention',
      from: desk.on('2025-04-16'),
      until: desk.on('2025-05-16'),
    });
    expect(alarm()).toEqual([]);
    expect(alarm(NOW + 24 * 3_600_000)).toEqual([who]);
    desk.put('hold', { until: null }, hold);
    expect(alarm(NOW + 24 * 3_600_000)).toEqual([]);
    desk.put('hold', { until: desk.on('2025-05-01') }, hold);
    expect(alarm()).toEqual([who]);
    desk.put('custodyEvent', { person: who, type: 'released', at: desk.on('2025-05-02') });
    expect(alarm()).toEqual([]);
  });

  it('finds releases that stalled, overdue tasks and people of whom nothing is confirmed', () => {
    const desk = custodyDesk();
    const who = desk.person('Gul Namuna (sample)');
    desk.put('hold', { person: who, type: 'judicialRemand', from: desk.on('2025-03-01') });
    expect(today(desk).unconfirmed.first.map(({ id }) => id)).toEqual([who]);
    desk.put('custodyEvent', { person: who, type: 'bailGranted', at: desk.on('2025-05-12T12:00') });
    desk.put('custodyEvent', { person: who, type: 'suretyFiled', at: desk.on('2025-05-13T12:00') });
    expect(today(desk).stalledReleases.first).toMatchObject([{ id: who, step: 'suretyFiled' }]);
    expect(today(desk).unconfirmed.total).toBe(0);
    const proceeding = trial(desk, 'Court A');
    const hearing = desk.put('hearing', { proceeding, on: desk.on('2025-05-18') });
    const [plain, counted] = [
      desk.put('task', { title: 'Get the copy', dueOn: desk.on('2025-05-15') }),
      desk.put('task', { title: 'Draft', hearing, offsetDays: -5 }),
    ];
    desk.put('task', { title: 'Later', dueOn: desk.on('2025-05-16') });
    desk.put('task', {
      title: 'Done',
      dueOn: desk.on('2025-05-01'),
      doneOn: desk.on('2025-05-02'),
    });
    expect(today(desk).overdueTasks).toMatchObject({
      total: 2,
      first: [
        { id: counted, due: '2025-05-13' },
        { id: plain, due: '2025-05-15' },
      ],
    });
  });

  it('reads an index in every part, and no whole table', () => {
    const desk = custodyDesk();
    const all = { ...TODAY_SQL, ...DETAINEE_SQL, NEXT_DATE_SQL };
    const scans = Object.entries(all).flatMap(([name, sql]) => {
      const marks = sql.match(/\?/gu)?.length ?? 0;
      const plan = desk.db
        .prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array.from({ length: marks }, () => 1));
      return plan
        .map(({ detail }) => `${name}: ${detail}`)
        .filter((line) =>
          /SCAN (?!x USING|x$|page|t USING INDEX task_by_hearing|s USING (?:COVERING )?INDEX standing_(?:release|alarm|held))/u.test(
            line,
          ),
        );
    });
    expect(scans).toEqual([]);
  });
});

describe('the list of detainees', () => {
  it('gives a page with where each one stands', () => {
    const desk = custodyDesk();
    const names = ['Anwar', 'Bano', 'Chand'].map((name) => desk.person(`${name} Misali (sample)`));
    const [anwar, bano] = names;
    if (anwar === undefined || bano === undefined) throw new Error('missing');
    const matter = desk.put('case', { title: 'FIR 11 (sample)', regime: 'ordinary' });
    const accused = desk.put('accused', { case: matter, person: bano });
    desk.put('charge', { accused, section: 'PPC-147' });
    desk.put('hold', {
      person: bano,
      case: matter,
      type: 'judicialRemand',
      from: desk.on('2025-05-06'),
    });
    desk.put('placement', {
      person: bano,
      type: 'jail',
      place: 'Sample Jail',
      from: desk.on('2025-05-06'),
    });
    const proceeding = trial(desk, 'Court A', matter);
    desk.put('hearing', { proceeding, on: desk.on('2025-05-20T09:00'), status: 'fixed' });
    const list = detaineeList(desk.db, ZONE);
    const page = (more = {}) => list({ nowMs: NOW, limit: 2, offset: 0, ...more });
    expect(page()).toMatchObject({
      total: 3,
      rows: [{ id: anwar, status: 'notHeld' }, { id: bano }],
    });
    expect(page({ offset: 2 }).rows.map(({ label }) => label)).toEqual(['Chand Misali (sample)']);
    expect(page({ isInside: true })).toEqual({
      total: 1,
      rows: [
        {
          id: bano,
          label: 'Bano Misali (sample)',
          status: 'inside',
          isInside: true,
          hasBasis: true,
          place: 'Sample Jail',
          placeType: 'jail',
          holdType: 'judicialRemand',
          heldFrom: '2025-05-06T00:00',
          daysHeld: 10,
          regime: 'ordinary',
          sections: ['PPC-147'],
          court: 'Court A',
          nextOn: '2025-05-20T09:00',
          confirmedOn: '2025-05-06',
        },
      ],
    });
    const found = (more: object) => page(more).rows.map(({ id }) => id);
    expect(found({ place: 'Sample Jail', regime: 'ordinary' })).toEqual([bano]);
    expect(found({ regime: 'cyber' })).toEqual([]);
    expect(found({ among: [anwar] })).toEqual([anwar]);
    expect(found({ order: 'longestHeld' })).toEqual([bano]);
    expect(found({ order: 'stalest', isInside: false })).toEqual([bano]);
    expect(found({ isInside: false })).toEqual([anwar, names[2]]);
    expect(found({ order: 'longestHeld', place: 'Elsewhere' })).toEqual([]);
  });
});

describe('the list of cases', () => {
  it('gives a page with accused and next date', () => {
    const desk = custodyDesk();
    const matter = desk.put('case', {
      title: 'State v Misali (sample)',
      firNumber: '12',
      firYear: 2025,
      policeStation: 'City',
      regime: 'ordinary',
      status: 'open',
    });
    desk.put('case', { title: 'Another (sample)', regime: 'cyber' });
    desk.put('accused', { case: matter, name: 'A' });
    desk.put('accused', { case: matter, name: 'B' });
    const list = caseList(desk.db);
    const page = (more = {}) => list({ today: '2025-05-16', limit: 10, offset: 0, ...more });
    expect(page().rows.map(({ label }) => label)).toEqual([
      'Another (sample)',
      'State v Misali (sample)',
    ]);
    expect(page({ status: 'open', regime: 'ordinary' })).toEqual({
      total: 1,
      rows: [
        {
          id: matter,
          label: 'State v Misali (sample)',
          fir: '12/2025',
          policeStation: 'City',
          regime: 'ordinary',
          stage: undefined,
          status: 'open',
          accused: 2,
          court: '',
          nextOn: undefined,
        },
      ],
    });
    expect(page({ among: [] }).total).toBe(0);
  });
});
