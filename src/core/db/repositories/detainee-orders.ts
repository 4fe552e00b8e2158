import type { CustodyStatus } from '#core/custody/index';
import type { DetaineeQuery } from '#core/detainees/model';
import type { DetaineeOrder } from '#shared/domain/detainee-orders';
import type { ReadableDb, SqlValue } from '../driver';

export type Row = {
  readonly id: Uint8Array;
  readonly label: string;
  readonly status: CustodyStatus | null;
  readonly place: string | null;
  readonly place_type: string | null;
  readonly hold_type: string | null;
  readonly held_from: number | null;
  readonly held_until: number | null;
  readonly regime: string | null;
  readonly has_open_hold: number | null;
  readonly is_inside: number | null;
  readonly confirmed_at: number | null;
};

const COLUMNS = `r.id, r.label, s.status, s.place, s.place_type, s.hold_type, s.held_from,
  s.held_until, s.regime, s.has_open_hold, s.is_inside, s.confirmed_at`;
const PERSONS = `r.kind = 'person' AND r.is_trashed = 0`;

/** Which table leads: the one whose index has the order asked for, so that reading stops at the page. */
const BY_HELD = `FROM standing s INDEXED BY standing_held CROSS JOIN record r ON r.key = s.rec`;
const BY_STALE = `FROM standing s INDEXED BY standing_stale CROSS JOIN record r ON r.key = s.rec`;
const BY_PLACE = `FROM standing s INDEXED BY standing_place CROSS JOIN record r ON r.key = s.rec`;
const BY_NAME = `FROM record r CROSS JOIN standing s ON s.rec = r.key`;
/** From the days fixed to the people accused or held in their cases. */
const BY_DAY = `FROM hearing h INDEXED BY hearing_by_day
    CROSS JOIN record q ON q.key = h.rec AND q.is_trashed = 0
    CROSS JOIN record o ON o.id = h.proceeding AND o.is_trashed = 0
    CROSS JOIN proceeding p ON p.rec = o.key
    CROSS JOIN reference x ON x.target = p."case" AND x.field IN
      (SELECT key FROM field WHERE name = 'case' AND kind IN ('accused', 'hold'))
    CROSS JOIN record y ON y.key = x.rec AND y.is_trashed = 0
    LEFT JOIN accused a ON a.rec = x.rec
    LEFT JOIN hold d ON d.rec = x.rec
    CROSS JOIN record r ON r.id = coalesce(a.person, d.person)
    CROSS JOIN standing s ON s.rec = r.key`;
const FIXED = `h.on_lo >= ? AND coalesce(h.status, 'fixed') = 'fixed'`;

const dayWalk = (filter: string): string => `SELECT r.key ${BY_DAY}
    WHERE ${FIXED} AND ${filter} ORDER BY h.on_lo, r.label, r.key`;

const ALL = `FROM record WHERE kind = 'person' AND is_trashed = 0`;

/** The hot queries, for the test that reads their plans. */
export const DETAINEE_SQL = {
  // Skipping is done on the index alone, so that the last page costs as little as the first.
  plain: `SELECT ${COLUMNS} FROM
      (SELECT key FROM record WHERE kind = 'person' AND is_trashed = 0
        ORDER BY label, key LIMIT ? OFFSET ?) AS page
    CROSS JOIN record r ON r.key = page.key LEFT JOIN standing s ON s.rec = r.key
    ORDER BY r.label, r.key`,
  plainTotal: `SELECT count(*) AS total ${ALL}`,
  longestHeld: `SELECT ${COLUMNS} ${BY_HELD} WHERE s.is_inside = 1 AND ${PERSONS}
    ORDER BY s.held_from, s.rec LIMIT ? OFFSET ?`,
  place: `SELECT ${COLUMNS} ${BY_PLACE} WHERE s.place > '' AND ${PERSONS}
    ORDER BY s.place, r.label, r.key LIMIT ? OFFSET ?`,
  nextDate: dayWalk(PERSONS),
} as const;

type Filter = { readonly sql: string; readonly values: readonly SqlValue[] };
type Found = { readonly total: number; readonly rows: readonly Row[] };
type Asked = DetaineeQuery & { readonly order: DetaineeOrder };

const INSIDE_ONLY: readonly DetaineeOrder[] = ['longestHeld', 'stalest'];

function filterOf(query: Asked): readonly (readonly [sql: string, ...values: SqlValue[]])[] {
  const { order, regime, place, among } = query;
  const isInside = INSIDE_ONLY.includes(order) ? true : query.isInside;
  return [
    ...(isInside === undefined ? [] : [[`s.is_inside = ${isInside ? '1' : '0'}`] as const]),
    ...(regime === undefined ? [] : [['s.regime = ?', regime] as const]),
    ...(place === undefined ? [] : [['s.place = ?', place] as const]),
    ...(among === undefined
      ? []
      : [
          [
            `r.id IN (SELECT unhex(replace(value, '-', '')) FROM json_each(?))`,
            JSON.stringify(among),
          ] as const,
        ]),
  ];
}

/** A page of those that satisfy a filter, in the order of one of the tables that lead. */
type Part = { readonly source: string; readonly filter: Filter; readonly order: string };

/** With a filter that few pass, the planner's choice. */
const byName = ({ place, among }: Asked): string =>
  place === undefined && among === undefined ? BY_NAME : BY_NAME.replace('CROSS JOIN', 'JOIN');

function reader(db: ReadableDb) {
  return {
    ofKey: (key: number): readonly Row[] =>
      db.prepare<Row>(`SELECT ${COLUMNS} ${BY_NAME} WHERE r.key = ?`).all(key),
    page: ({ source, filter, order }: Part, limit: number, offset: number): readonly Row[] =>
      db
        .prepare<Row>(
          `SELECT ${COLUMNS} ${source} WHERE ${filter.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
        )
        .all(...filter.values, limit, offset),
    count: (from: string, values: readonly SqlValue[] = []): number =>
      db.prepare<{ total: number }>(`SELECT count(*) AS total ${from}`).get(...values)?.total ?? 0,
  };
}

/** The orders that not everybody has a place in. */
function partialOrders(db: ReadableDb) {
  const { ofKey, page, count } = reader(db);

  /** Those with a place by its name, and after them those whose place nobody knows. */
  const byPlace = (query: Asked, { sql, values }: Filter): readonly Row[] => {
    const { limit, offset } = query;
    const placed = { sql: `s.place > '' AND ${sql}`, values };
    const rows = page(
      { source: BY_PLACE, filter: placed, order: 's.place, r.label, r.key' },
      limit,
      offset,
    );
    if (rows.length === limit) return rows;
    const before = count(`${BY_PLACE} WHERE ${placed.sql}`, values);
    const others = { sql: `s.place = '' AND ${sql}`, values };
    const rest = { source: byName(query), filter: others, order: 'r.label, r.key' };
    return [...rows, ...page(rest, limit - rows.length, Math.max(0, offset - before))];
  };

  /** Those with a day fixed, the soonest first, and after them those without one. */
  const byNextDate = (query: Asked, { sql, values }: Filter, today: string): readonly Row[] => {
    const { limit, offset } = query;
    const dated = new Set<number>();
    const walk = db.prepare<{ key: number }>(dayWalk(sql));
    for (const { key } of walk.iterate(today, ...values)) {
      dated.add(key);
      if (dated.size === offset + limit) break;
    }
    const rows = [...dated].slice(offset).flatMap(ofKey);
    if (rows.length === limit) return rows;
    const others = {
      sql: `r.key NOT IN (SELECT value FROM json_each(?)) AND ${sql}`,
      values: [JSON.stringify([...dated]), ...values],
    };
    const rest = { source: byName(query), filter: others, order: 'r.label, r.key' };
    return [...rows, ...page(rest, limit - rows.length, Math.max(0, offset - dated.size))];
  };
  return { byPlace, byNextDate };
}

/** Rows of the list of detainees in the order asked for, and how many there are. */
export function detaineeRows(db: ReadableDb) {
  const { page, count } = reader(db);
  const { byPlace, byNextDate } = partialOrders(db);

  return function rowsOf({ order = 'name', ...rest }: DetaineeQuery, today: string): Found {
    const query = { ...rest, order };
    const { limit, offset } = query;
    const parts = filterOf(query);
    const values = parts.flatMap(([, ...given]) => given);
    const filter = { sql: [...parts.map(([sql]) => sql), PERSONS].join(' AND '), values };
    // Only people not in the trash have a standing, so that counting needs no more than it.
    const joined = query.among === undefined ? '' : 'JOIN record r ON r.key = s.rec';
    const where = parts.map(([sql]) => sql).join(' AND ');
    const total =
      parts.length === 0 ? count(ALL) : count(`FROM standing s ${joined} WHERE ${where}`, values);
    const inOrder = (source: string, by: string) =>
      page({ source, filter, order: by }, limit, offset);
    const rows = {
      name: () =>
        parts.length === 0
          ? db.prepare<Row>(DETAINEE_SQL.plain).all(limit, offset)
          : inOrder(byName(query), 'r.label, r.key'),
      longestHeld: () => inOrder(BY_HELD, 's.held_from, s.rec'),
      stalest: () => inOrder(BY_STALE, 's.confirmed_at, s.rec'),
      place: () => byPlace(query, filter),
      nextDate: () => byNextDate(query, filter, today),
    }[order]();
    return { total, rows };
  };
}
