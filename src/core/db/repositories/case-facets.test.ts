import { expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { custodyDesk } from '#tests/fixtures/custody-desk';
import { caseFacets } from './case-facets';
import { caseList, WITHOUT_NEXT_DATE } from './list-cases';

const TODAY = '2025-05-16';

it('counts cases by what they can be narrowed to, and finds the open ones without a next date', () => {
  const desk = custodyDesk();
  const matter = (title: string, more = {}) =>
    desk.put('case', { title, status: 'open', regime: 'ordinary', stage: 'evidence', ...more });
  const hearing = (of: RecordId, on: string) => {
    const proceeding = desk.put('proceeding', { case: of, type: 'trial', courtTitle: 'Court A' });
    desk.put('hearing', { proceeding, on: desk.on(on), status: 'fixed' });
  };
  const dated = matter('FIR 1 (sample)');
  hearing(dated, TODAY);
  const passed = matter('FIR 2 (sample)', { regime: 'antiTerrorism' });
  hearing(passed, '2025-05-15');
  const never = matter('FIR 3 (sample)', { stage: 'challan' });
  matter('FIR 4 (sample)', { status: 'closed' });
  expect(caseFacets(desk.db)(TODAY)).toEqual({
    withoutNextDate: 2,
    statuses: [
      { value: 'open', count: 3 },
      { value: 'closed', count: 1 },
    ],
    regimes: [
      { value: 'ordinary', count: 3 },
      { value: 'antiTerrorism', count: 1 },
    ],
    stages: [
      { value: 'evidence', count: 3 },
      { value: 'challan', count: 1 },
    ],
  });
  const list = caseList(desk.db);
  const page = { today: TODAY, limit: 10, offset: 0 };
  const found = list({ ...page, isWithoutNextDate: true });
  expect(found.rows.map(({ id }) => id)).toEqual([passed, never]);
  expect(found.total).toBe(2);
  expect(list({ ...page, stage: 'challan' }).rows.map(({ id }) => id)).toEqual([never]);
});

it('goes from each case to its own proceedings, not through the days fixed in all of them', () => {
  const sql = `SELECT r.id FROM record r JOIN "case" k ON k.rec = r.key WHERE ${WITHOUT_NEXT_DATE}`;
  const plan = custodyDesk()
    .db.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(TODAY)
    .map(({ detail }) => detail);
  const looks = plan.filter((step) => /^(?:SEARCH|SCAN) [xd] /u.test(step));
  expect(looks).toEqual([
    'SEARCH x USING PRIMARY KEY (target=? AND field=?)',
    'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});
