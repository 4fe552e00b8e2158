import type { DetaineeFacets, FacetValue } from '#core/detainees/model';
import type { ReadableDb } from '../driver';

const MOST_PLACES = 100;
const FROM = `FROM standing s JOIN record r ON r.key = s.rec
  WHERE r.kind = 'person' AND r.is_trashed = 0`;

/** How many detainees there are of each: what the list can be narrowed to. */
export function detaineeFacets(db: ReadableDb) {
  const inside = db.prepare<{ is_inside: number; count: number }>(
    `SELECT s.is_inside, count(*) AS count ${FROM} GROUP BY s.is_inside`,
  );
  const regimes = db.prepare<FacetValue>(
    `SELECT s.regime AS value, count(*) AS count ${FROM} AND s.regime IS NOT NULL
      GROUP BY s.regime ORDER BY count DESC, value`,
  );
  const places = db.prepare<FacetValue>(
    `SELECT s.place AS value, count(*) AS count ${FROM} AND s.place <> ''
      GROUP BY s.place ORDER BY count DESC, value LIMIT ${String(MOST_PLACES)}`,
  );
  return (): DetaineeFacets => {
    const counts = new Map(inside.all().map((row) => [row.is_inside, row.count]));
    return {
      inside: counts.get(1) ?? 0,
      outside: counts.get(0) ?? 0,
      regimes: regimes.all(),
      places: places.all(),
    };
  };
}
