import type { CaseFacets } from '#core/cases/model';
import type { FacetValue } from '#core/detainees/model';
import type { ReadableDb } from '../driver';
import { WITHOUT_NEXT_DATE } from './list-cases';

const FROM = `FROM record r JOIN "case" k ON k.rec = r.key WHERE r.kind = 'case' AND r.is_trashed = 0`;

/** How many cases there are of each; `today` is the day from which a date counts as next. */
export function caseFacets(db: ReadableDb) {
  const by = (column: 'status' | 'regime' | 'stage') =>
    db.prepare<FacetValue>(
      `SELECT k.${column} AS value, count(*) AS count ${FROM} AND k.${column} IS NOT NULL
        GROUP BY k.${column} ORDER BY count DESC, value`,
    );
  const statuses = by('status');
  const regimes = by('regime');
  const stages = by('stage');
  const without = db.prepare<{ count: number }>(
    `SELECT count(*) AS count ${FROM} AND ${WITHOUT_NEXT_DATE}`,
  );
  return (today: string): CaseFacets => ({
    withoutNextDate: without.get(today)?.count ?? 0,
    statuses: statuses.all(),
    regimes: regimes.all(),
    stages: stages.all(),
  });
}
