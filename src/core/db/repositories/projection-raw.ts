import type { RecordKind } from '#shared/domain/kinds';
import type { RecordId } from '#shared/domain/ids';
import { toHex } from '#core/kernel/bytes';
import { idToBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue } from '../driver';
import { elementToRow } from './change-rows';
import { columnsOf, tableOf, VIEW_TABLES } from './record-columns';
import type { PathRow } from './record-view';

type RawPath = { readonly name: string; readonly element: Uint8Array; readonly value?: string };

/** How a row of `element` or `conflict` is written for comparing. */
export const rawPath = ({ field, element }: PathRow, value = ''): string =>
  `${field}/${toHex(elementToRow(element))} ${value}`;

/** The tables of the current view cell by cell, for `verify`: what is wrong in them must not stop the reading. */
export function rawProjection(db: ReadableDb) {
  const keys = db.prepare<{ key: number }>('SELECT key FROM record ORDER BY key');
  const elements = db.prepare<RawPath>(
    `SELECT f.name, e.element, e.value FROM element e JOIN field f ON f.key = e.field
     WHERE e.rec = ?`,
  );
  const conflicts = db.prepare<RawPath>(
    `SELECT f.name, x.element FROM conflict x JOIN field f ON f.key = x.field WHERE x.rec = ?`,
  );
  const ownLevels = db.prepare<RawPath>(
    `SELECT f.name, x.element, CAST(x.level AS TEXT) AS value FROM own_level x
     JOIN field f ON f.key = x.field WHERE x.rec = ?`,
  );
  const reference = db.prepare(
    `SELECT 1 FROM reference WHERE target = ? AND rec = ? AND element = ?
     AND field = (SELECT key FROM field WHERE kind = ? AND name = ?)`,
  );
  const loose = db.prepare<{ total: number }>(
    `SELECT count(*) AS total FROM change c
     LEFT JOIN record r ON r.key = c.rec LEFT JOIN field f ON f.key = c.field
     LEFT JOIN action a ON a.key = c.action
     WHERE a.key IS NULL OR r.kind IS NULL OR f.kind IS NULL OR r.kind <> f.kind`,
  );
  const text = (row: RawPath) => `${row.name}/${toHex(row.element)} ${row.value ?? ''}`;
  return {
    recordKeys: (): readonly number[] => keys.all().map((row) => row.key),
    /** Cells in the order of `columnsOf`; undefined where there is no row. */
    cells: (kind: RecordKind, rec: number): readonly SqlValue[] | undefined => {
      const row = db
        .prepare<Record<string, SqlValue>>(`SELECT * FROM "${tableOf(kind)}" WHERE rec = ?`)
        .get(rec);
      return row && columnsOf(kind).map(({ name }) => row[name] ?? null);
    },
    elements: (rec: number): readonly string[] => elements.all(rec).map(text),
    conflicts: (rec: number): readonly string[] => conflicts.all(rec).map(text),
    ownLevels: (rec: number): readonly string[] => ownLevels.all(rec).map(text),
    hasReference: (target: RecordId, kind: string, rec: number, path: PathRow): boolean =>
      reference.get(idToBytes(target), rec, elementToRow(path.element), kind, path.field) !==
      undefined,
    /** Changes that name an action, record or field that is not there, or a field of another kind. */
    looseChanges: (): number => loose.get()?.total ?? 0,
    /** Number of rows by table: every kind's and those of paths. */
    totals: (): ReadonlyMap<string, number> =>
      new Map(
        VIEW_TABLES.map((table) => [
          table,
          db.prepare<{ total: number }>(`SELECT count(*) AS total FROM "${table}"`).get()?.total ??
            0,
        ]),
      ),
  };
}
