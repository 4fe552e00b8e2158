import { describe, expect, it } from 'vitest';
import { trashCan } from '#core/changes/trash';
import type { DetaineeOrder } from '#shared/domain/detainee-orders';
import type { RecordId } from '#shared/domain/ids';
import { custodyDesk, type CustodyDesk } from '#tests/fixtures/custody-desk';
import { detaineeList } from './list-detainees';

/** 16.05.2025 09:00 in Karachi. */
const NOW = Date.UTC(2025, 4, 16, 4);

function hearing(desk: CustodyDesk, matter: RecordId, on: string, more = {}): RecordId {
  const proceeding = desk.put('proceeding', { type: 'trial', case: matter });
  return desk.put('hearing', { proceeding, on: desk.on(on), status: 'fixed', ...more });
}

const matterOf = (desk: CustodyDesk): RecordId => desk.put('case', { title: 'FIR 1 (sample)' });

function accuse(desk: CustodyDesk, person: RecordId): RecordId {
  const matter = matterOf(desk);
  desk.put('accused', { case: matter, person });
  return matter;
}

function hold(desk: CustodyDesk, person: RecordId, place: string | undefined): RecordId {
  const matter = matterOf(desk);
  const from = desk.on('2025-05-06');
  desk.put('hold', { person, case: matter, type: 'judicialRemand', from });
  const named = place === undefined ? {} : { place };
  desk.put('placement', { person, type: 'jail', from, ...named });
  return matter;
}

/** Names in the order asked for, whole or page by page. */
function names(desk: CustodyDesk, order: DetaineeOrder, more = {}, limit = 50): readonly string[] {
  const list = detaineeList(desk.db, 'Asia/Karachi');
  const found: string[] = [];
  for (;;) {
    const page = list({ nowMs: NOW, order, limit, offset: found.length, ...more });
    found.push(...page.rows.map(({ label }) => label));
    if (page.rows.length < limit) {
      expect(page.total).toBe(found.length);
      return found;
    }
  }
}

describe('the order of the list of detainees', () => {
  it('goes by place, then by name; who has none named stands at the end', () => {
    const desk = custodyDesk();
    const [a, b, c, d] = ['Anwar', 'Bano', 'Chand', 'Dara'].map((name) => desk.person(name));
    desk.person('Ejaz');
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
    hold(desk, d, 'City Jail (sample)');
    hold(desk, c, 'District Jail (sample)');
    hold(desk, b, 'City Jail (sample)');
    hold(desk, a, undefined);
    const order = ['Bano', 'Dara', 'Chand', 'Anwar', 'Ejaz'];
    expect(names(desk, 'place')).toEqual(order);
    for (const limit of [1, 2, 3, 4]) expect(names(desk, 'place', {}, limit)).toEqual(order);
    expect(names(desk, 'place', { isInside: true })).toEqual(['Bano', 'Dara', 'Chand', 'Anwar']);
    expect(names(desk, 'place', { place: 'City Jail (sample)' }, 1)).toEqual(['Bano', 'Dara']);
    expect(names(desk, 'place', { among: [a, c] })).toEqual(['Chand', 'Anwar']);
  });

  it('goes by the next day fixed, of accused and of held; who has none stands at the end', () => {
    const desk = custodyDesk();
    const [a, b, c, d] = ['Anwar', 'Bano', 'Chand', 'Dara'].map((name) => desk.person(name));
    desk.person('Ejaz');
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error();
    const later = accuse(desk, a);
    hearing(desk, later, '2025-06-20T09:00');
    hearing(desk, later, '2025-06-02T09:00');
    hearing(desk, accuse(desk, b), '2025-05-15T09:00');
    hearing(desk, hold(desk, c, 'City Jail (sample)'), '2025-05-16');
    const sooner = accuse(desk, d);
    hearing(desk, sooner, '2025-06-02T09:00');
    hearing(desk, sooner, '2025-05-17T09:00', { status: 'adjourned' });
    const withdrawn = hearing(desk, sooner, '2025-05-18T09:00');
    trashCan(desk.parts).trash(withdrawn);
    const order = ['Chand', 'Anwar', 'Dara', 'Bano', 'Ejaz'];
    expect(names(desk, 'nextDate')).toEqual(order);
    for (const limit of [1, 2, 3, 4]) expect(names(desk, 'nextDate', {}, limit)).toEqual(order);
    expect(names(desk, 'nextDate', { isInside: false }, 2)).toEqual([
      'Anwar',
      'Dara',
      'Bano',
      'Ejaz',
    ]);
    expect(names(desk, 'nextDate', { among: [b, d] })).toEqual(['Dara', 'Bano']);
  });
});
