import { expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { custodyDesk } from '#tests/fixtures/custody-desk';
import { caseFacets } from './case-facets';
import { caseList } from './list-cases';

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
