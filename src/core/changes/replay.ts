import type { RecordId } from '#shared/domain/ids';
import { isRecordKind } from '#shared/domain/kinds';
import type { ReadableDb, SqlValue, WritableDb } from '#core/db/driver';
import { levelToRow } from '#core/db/repositories/change-rows';
import { changeQueries } from '#core/db/repositories/change-queries';
import { projectionStore } from '#core/db/repositories/projection-store';
import { rawPath, rawProjection } from '#core/db/repositories/projection-raw';
import { tableOf, toCellsOf } from '#core/db/repositories/record-columns';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import type { Derivation } from './ports';
import { projector } from './projector';
import { standingOf, type Standing } from './standing';

/** A table that does not say what the log says. `record` is undefined for rows that belong to none. */
export type Difference = { readonly table: string; readonly record: RecordId | undefined };

const sameCell = (a: SqlValue, b: SqlValue | undefined): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? Buffer.compare(a, b) === 0 : a === b;

const sameCells = (a: readonly SqlValue[], b: readonly SqlValue[] | undefined): boolean =>
  a.length === b?.length && a.every((cell, index) => sameCell(cell, b[index]));

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === a.length;

/** Rows that belong to a record, by table; the rest of a table belongs to nobody. */
function rowCounts(kind: string, standing: Standing): ReadonlyMap<string, number> {
  const refs = new Set(standing.refs.map((ref) => `${rawPath(ref)}${ref.target}`));
  return new Map([
    ...(isRecordKind(kind) ? [[tableOf(kind), 1] as const] : []),
    ['element', standing.elements.length],
    ['conflict', standing.conflicts.length],
    ['own_level', standing.ownLevels.length],
    ['reference', refs.size],
  ]);
}

function comparer(db: ReadableDb) {
  const log = changeQueries(db);
  const raw = rawProjection(db);

  const differing = (row: RecordRow, standing: Standing): readonly string[] => {
    const { key, kind } = row;
    const span = log.span(key);
    const isSame = {
      record:
        span?.first === row.createdAt &&
        span.last === row.changedAt &&
        standing.level === row.level &&
        standing.label === row.label &&
        standing.isTrashed === row.isTrashed,
      element: sameSet(
        standing.elements.map((one) => rawPath(one, JSON.stringify(one.value))),
        raw.elements(key),
      ),
      own_level: sameSet(
        standing.ownLevels.map((one) => rawPath(one, String(levelToRow(one.level)))),
        raw.ownLevels(key),
      ),
      conflict: sameSet(
        standing.conflicts.map((one) => rawPath(one)),
        raw.conflicts(key),
      ),
      reference: standing.refs.every((ref) => raw.hasReference(ref.target, kind, key, ref)),
      ...(isRecordKind(kind)
        ? { [tableOf(kind)]: sameCells(toCellsOf(kind, standing.fields), raw.cells(kind, key)) }
        : {}),
    };
    return Object.entries(isSame).flatMap(([table, same]) => (same ? [] : [table]));
  };

  return { log, raw, differing };
}

/**
 * Replays the change log and compares the outcome with every table of the current view, cell by
 * cell. Answers at most `limit` differences; none means that the tables say what the log says.
 */
export function compareWithTables(db: ReadableDb, limit = 100): readonly Difference[] {
  const { log, raw, differing } = comparer(db);
  const view = recordQueries(db);
  const found: Difference[] =
    raw.looseChanges() > 0 ? [{ table: 'change', record: undefined }] : [];
  const counts = new Map<string, number>();
  for (const key of raw.recordKeys()) {
    const row = view.byKey(key);
    if (row === undefined) continue;
    const standing = standingOf(row.kind, log.headsOfRecord(key));
    for (const [table, rows] of rowCounts(row.kind, standing))
      counts.set(table, (counts.get(table) ?? 0) + rows);
    for (const table of differing(row, standing)) found.push({ table, record: row.id });
    if (found.length >= limit) return found.slice(0, limit);
  }
  const known = new Set(found.map((one) => one.table));
  const crowded = [...raw.totals()].filter(
    ([table, total]) => total !== (counts.get(table) ?? 0) && !known.has(table),
  );
  return [...found, ...crowded.map(([table]) => ({ table, record: undefined }))].slice(0, limit);
}

/** Makes every table of the current view anew from the log, then everything derived from it. */
export function rebuildTables(db: WritableDb, derivations: readonly Derivation[]): void {
  db.transaction(() => {
    projectionStore(db).clear();
    const { project } = projector(db);
    for (const key of rawProjection(db).recordKeys()) project(new Map([[key, new Set<string>()]]));
    for (const derivation of derivations) derivation.rebuild();
  });
}
