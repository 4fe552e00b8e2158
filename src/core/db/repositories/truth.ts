import type { ReadableDb } from '../driver';

/** Tables that nothing can make anew: what stands in them must outlive every upgrade. */
const TABLES = [
  ...['secret', 'blob', 'actor', 'device', 'audit', 'record', 'action', 'change'],
  ...['replaced', 'bundle', 'received', 'draft', 'tombstone'],
] as const;

const LAST_ROW = 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1';

/** Rows of each table that only people can have written, and where the log ends. */
export function truthOf(db: ReadableDb): Readonly<Record<string, unknown>> {
  const there = new Set(
    db
      .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  // One that an upgrade brings is empty, and counts as if it had been there.
  const counts = TABLES.map((table) => [
    table,
    there.has(table)
      ? db.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}"`).get()?.rows
      : 0,
  ]);
  return { ...(Object.fromEntries(counts) as object), log: db.prepare(LAST_ROW).get() };
}

/** Whether a row names another that is not there. */
export const hasBrokenReference = (db: ReadableDb): boolean =>
  db.prepare('PRAGMA foreign_key_check').get() !== undefined;
