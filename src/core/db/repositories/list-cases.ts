import type { CaseQuery, CaseRow } from '#core/cases/model';
import type { Page } from '#core/detainees/model';
import type { RecordId } from '#shared/domain/ids';
import { idFromBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue } from '../driver';
import { nextDates } from './list-next-date';

type Row = {
  readonly id: Uint8Array;
  readonly label: string;
  readonly fir_number: string | null;
  readonly fir_year: number | null;
  readonly police_station: string | null;
  readonly regime: string | null;
  readonly stage: string | null;
  readonly status: string | null;
  readonly accused: number;
};

/**
 * Open, and no pending proceeding of it has a day fixed from `?` on. The join keeps its order:
 * from the days fixed, each case would go through those of all cases.
 */
export const WITHOUT_NEXT_DATE = `coalesce(k.status, 'open') = 'open' AND NOT EXISTS (
    SELECT 1 FROM reference x CROSS JOIN docket d ON d.rec = x.rec
      WHERE x.target = r.id AND d.is_pending = 1 AND d.last_fixed >= ?
        AND x.field = (SELECT key FROM field WHERE kind = 'proceeding' AND name = 'case'))`;

const CASES = `r.kind = 'case' AND r.is_trashed = 0`;
const PAGE = `SELECT r.id, r.label, k.fir_number, k.fir_year, k.police_station, k.regime, k.stage, k.status,
    (SELECT count(*) FROM reference x JOIN record a ON a.key = x.rec AND a.is_trashed = 0
      WHERE x.target = r.id
        AND x.field = (SELECT key FROM field WHERE kind = 'accused' AND name = 'case')) AS accused
  FROM (SELECT r.key FROM record r %filter% ORDER BY r.label, r.key LIMIT ? OFFSET ?) AS page
  CROSS JOIN record r ON r.key = page.key
  CROSS JOIN "case" k ON k.rec = r.key
  ORDER BY r.label, r.key`;

function filterOf(query: CaseQuery): {
  readonly sql: string;
  readonly values: readonly SqlValue[];
} {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  if (query.status !== undefined) {
    parts.push('k.status = ?');
    values.push(query.status);
  }
  if (query.regime !== undefined) {
    parts.push('k.regime = ?');
    values.push(query.regime);
  }
  if (query.stage !== undefined) {
    parts.push('k.stage = ?');
    values.push(query.stage);
  }
  if (query.isWithoutNextDate === true) {
    parts.push(WITHOUT_NEXT_DATE);
    values.push(query.today);
  }
  const join = parts.length === 0 ? '' : 'JOIN "case" k ON k.rec = r.key';
  if (query.among !== undefined) {
    parts.push(`r.id IN (SELECT unhex(replace(value, '-', '')) FROM json_each(?))`);
    values.push(JSON.stringify(query.among));
  }
  return { sql: `${join} WHERE ${[CASES, ...parts].join(' AND ')}`, values };
}

/** The list of cases, page by page, by their titles. */
export function caseList(db: ReadableDb) {
  const next = nextDates(db);
  return function list(query: CaseQuery): Page<CaseRow> {
    const { sql, values } = filterOf(query);
    const total = db
      .prepare<{ total: number }>(`SELECT count(*) AS total FROM record r ${sql}`)
      .get(...values)?.total;
    const rows = db
      .prepare<Row>(PAGE.replace('%filter%', () => sql))
      .all(...values, query.limit, query.offset);
    return {
      total: total ?? 0,
      rows: rows.map((row) => {
        const id = idFromBytes<RecordId>(row.id);
        const date = next.ofCase(id, query.today);
        return { id, ...caseCells(row), court: date?.court ?? '', nextOn: date?.on };
      }),
    };
  };
}

const caseCells = (row: Row) => ({
  label: row.label,
  fir: [row.fir_number, row.fir_year].filter((part) => part !== null).join('/'),
  policeStation: row.police_station ?? '',
  regime: row.regime ?? undefined,
  stage: row.stage ?? undefined,
  status: row.status ?? undefined,
  accused: row.accused,
});
