import type { ActorId, RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#core/changes/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, WritableDb } from '../driver';

/** What someone was typing: one value for each path and actor. */
export type Draft = {
  readonly record: RecordId;
  readonly kind: string;
  readonly path: string;
  readonly value: JsonValue;
  /** Milliseconds. */
  readonly at: number;
};

type Row = Omit<Draft, 'record' | 'value'> & {
  readonly record: Uint8Array;
  readonly value: string;
};

const fromRow = (row: Row): Draft => ({
  record: idFromBytes<RecordId>(row.record),
  kind: row.kind,
  path: row.path,
  value: JSON.parse(row.value) as JsonValue,
  at: row.at,
});

/** What anybody was typing, oldest first. */
export const everyDraft = (db: ReadableDb): readonly Draft[] =>
  db
    .prepare<Row>('SELECT record, kind, path, value, at FROM draft ORDER BY at, record, path')
    .all()
    .map(fromRow);

/** Unfinished values, in the encrypted database, never in the change log. */
export function draftStore(db: WritableDb, actor: ActorId) {
  const own = idToBytes(actor);
  const columns = 'record, kind, path, value, at';
  const put = db.prepare(
    `INSERT OR REPLACE INTO draft (${columns}, actor) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const one = db.prepare<Row>(
    `SELECT ${columns} FROM draft WHERE record = ? AND path = ? AND actor = ?`,
  );
  const all = db.prepare<Row>(
    `SELECT ${columns} FROM draft WHERE actor = ? ORDER BY at, record, path`,
  );
  const ofRecord = db.prepare<Row>(
    `SELECT ${columns} FROM draft WHERE record = ? AND actor = ? ORDER BY at, path`,
  );
  const drop = db.prepare('DELETE FROM draft WHERE record = ? AND path = ? AND actor = ?');
  const dropRecord = db.prepare('DELETE FROM draft WHERE record = ? AND actor = ?');
  return {
    save: (draft: Draft): void => {
      const value = JSON.stringify(draft.value);
      put.run(idToBytes(draft.record), draft.kind, draft.path, value, draft.at, own);
    },
    get: (record: RecordId, path: string): Draft | undefined => {
      const row = one.get(idToBytes(record), path, own);
      return row && fromRow(row);
    },
    /** Of one record, or all of this actor, oldest first. */
    list: (record?: RecordId): readonly Draft[] =>
      (record === undefined ? all.all(own) : ofRecord.all(idToBytes(record), own)).map(fromRow),
    /** Of one path, or of the whole record. */
    clear: (record: RecordId, path?: string): void => {
      if (path === undefined) dropRecord.run(idToBytes(record), own);
      else drop.run(idToBytes(record), path, own);
    },
  };
}
