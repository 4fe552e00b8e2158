import { dayOf, daysBetween, wallOf } from '#core/clocks/index';
import { hasBasis, type CustodyStatus } from '#core/custody/index';
import type { DetaineeQuery, DetaineeRow, Page } from '#core/detainees/model';
import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue } from '../driver';
import { standingCharges } from './clock-facts';
import { custodyRows } from './clock-rows';
import { nextDates } from './list-next-date';

type Row = {
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

/** The hot queries, for the test that reads their plans. */
export const DETAINEE_SQL = {
  // Skipping is done on the index alone, so that the last page costs as little as the first.
  plain: `SELECT ${COLUMNS} FROM
      (SELECT key FROM record WHERE kind = 'person' AND is_trashed = 0
        ORDER BY label, key LIMIT ? OFFSET ?) AS page
    CROSS JOIN record r ON r.key = page.key LEFT JOIN standing s ON s.rec = r.key
    ORDER BY r.label, r.key`,
  plainTotal: `SELECT count(*) AS total FROM record WHERE kind = 'person' AND is_trashed = 0`,
  longestHeld: `SELECT ${COLUMNS} FROM standing s INDEXED BY standing_held
    CROSS JOIN record r ON r.key = s.rec WHERE s.is_inside = 1 AND ${PERSONS}
    ORDER BY s.held_from, s.rec LIMIT ? OFFSET ?`,
} as const;

type Filter = { readonly where: readonly string[]; readonly values: readonly SqlValue[] };

function filterOf(query: DetaineeQuery): Filter {
  const where: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, value: SqlValue): void => {
    where.push(sql);
    values.push(value);
  };
  // The two other orders are kept for people inside alone.
  const isInside = (query.order ?? 'name') === 'name' ? query.isInside : true;
  if (isInside === true) where.push('s.is_inside = 1');
  if (isInside === false) where.push('s.is_inside = 0');
  if (query.regime !== undefined) add('s.regime = ?', query.regime);
  if (query.place !== undefined) add('s.place = ?', query.place);
  if (query.among !== undefined)
    add(
      `r.id IN (SELECT unhex(replace(value, '-', '')) FROM json_each(?))`,
      JSON.stringify(query.among),
    );
  return { where, values };
}

const ORDERS = {
  name: 'r.label, r.key',
  longestHeld: 's.held_from, s.rec',
  stalest: 's.confirmed_at, s.rec',
} as const;

/**
 * Which table leads: the one whose index has the order asked for, so that
 * reading stops at the page; with a filter that few pass, the planner's choice.
 */
function sourceOf({ order = 'name', place, among }: DetaineeQuery): string {
  if (order === 'longestHeld')
    return 'FROM standing s INDEXED BY standing_held CROSS JOIN record r ON r.key = s.rec';
  if (order === 'stalest')
    return 'FROM standing s INDEXED BY standing_stale CROSS JOIN record r ON r.key = s.rec';
  const join = place === undefined && among === undefined ? 'CROSS JOIN' : 'JOIN';
  return `FROM record r ${join} standing s ON s.rec = r.key`;
}

/** The list of detainees, page by page. `zone` is the pack's. */
export function detaineeList(db: ReadableDb, zone: string) {
  const charges = chargesReader(db);
  const next = nextDates(db);

  const rowsOf = (query: DetaineeQuery): { total: number; rows: readonly Row[] } => {
    const { where, values } = filterOf(query);
    const { limit, offset } = query;
    if (where.length === 0)
      return {
        total: db.prepare<{ total: number }>(DETAINEE_SQL.plainTotal).get()?.total ?? 0,
        rows: db.prepare<Row>(DETAINEE_SQL.plain).all(limit, offset),
      };
    const filter = `WHERE ${where.join(' AND ')}`;
    // Only people not in the trash have a standing, so that counting needs no more than it.
    const counted = query.among === undefined ? '' : 'JOIN record r ON r.key = s.rec';
    return {
      total:
        db
          .prepare<{ total: number }>(
            `SELECT count(*) AS total FROM standing s ${counted} ${filter}`,
          )
          .get(...values)?.total ?? 0,
      rows: db
        .prepare<Row>(
          `SELECT ${COLUMNS} ${sourceOf(query)} ${filter} AND ${PERSONS}
            ORDER BY ${ORDERS[query.order ?? 'name']} LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, offset),
    };
  };

  return function list(query: DetaineeQuery): Page<DetaineeRow> {
    const now = Math.floor(query.nowMs / 60_000);
    const today = dayOf(now, zone);
    const { total, rows } = rowsOf(query);
    return {
      total,
      rows: rows.map((row) => {
        const id = idFromBytes<RecordId>(row.id);
        const { matters, sections } = charges(id);
        const date = next.ofCases(matters, today);
        return {
          id,
          ...standingCells(row, now, zone),
          sections,
          court: date?.court ?? '',
          nextOn: date?.on,
        };
      }),
    };
  };
}

function standingCells(row: Row, now: number, zone: string) {
  const heldFrom = row.held_from ?? undefined;
  const basis = { hasOpenHold: row.has_open_hold === 1, heldUntil: row.held_until ?? undefined };
  const confirmed = row.confirmed_at ?? 0;
  return {
    label: row.label,
    status: row.status ?? 'notHeld',
    isInside: row.is_inside === 1,
    hasBasis: hasBasis(basis, now),
    place: row.place ?? '',
    placeType: row.place_type ?? undefined,
    holdType: row.hold_type ?? undefined,
    regime: row.regime ?? undefined,
    heldFrom: heldFrom === undefined ? undefined : wallOf(heldFrom, zone),
    daysHeld:
      heldFrom === undefined ? undefined : daysBetween(dayOf(heldFrom, zone), dayOf(now, zone)),
    confirmedOn: confirmed === 0 ? undefined : dayOf(confirmed, zone),
  };
}

/** Cases a person is accused or held in, and the charges that stand. */
function chargesReader(db: ReadableDb) {
  const rows = custodyRows(db);
  const holdCases = db.prepare<{ id: Uint8Array }>(
    `SELECT DISTINCT h."case" AS id FROM reference x JOIN record r ON r.key = x.rec AND r.is_trashed = 0
      JOIN hold h ON h.rec = x.rec
      WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = 'hold' AND name = 'person')
        AND h."case" IS NOT NULL`,
  );
  return (person: RecordId) => {
    const accused = rows.naming('accused', 'person', person);
    const held = holdCases.all(idToBytes(person)).map(({ id }) => idFromBytes<RecordId>(id));
    const own = accused.map(({ fields }) => fields.case).filter((id) => id !== undefined);
    const matters = [...new Set([...own, ...held])];
    const found = matters.flatMap((matter) =>
      standingCharges(rows, matter, accused.find(({ fields }) => fields.case === matter)?.id),
    );
    const sections = found.map(({ fields }) => fields.section ?? fields.sectionText ?? '');
    return { matters, sections: [...new Set(sections.filter(Boolean))] };
  };
}
