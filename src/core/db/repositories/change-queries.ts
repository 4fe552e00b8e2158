import type { ActionId, ActorId, ChangeId, ElementId, ImportId } from '#shared/domain/ids';
import type { Action } from '#core/changes/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import {
  actionFromRow,
  CHANGE_COLUMNS,
  CHANGE_JOINS,
  changeFromRow,
  elementToRow,
  IS_HEAD,
  type ActionRow,
  type ChangeRow,
  type HeldChange,
} from './change-rows';

const SELECT = `SELECT ${CHANGE_COLUMNS} FROM change c ${CHANGE_JOINS}`;

/** The hot queries, by name, for the test that reads their plans. */
export const CHANGE_SQL = {
  headsOfRecord: `${SELECT} WHERE c.rec = ? AND ${IS_HEAD}`,
  headsOfPath: `${SELECT} WHERE c.rec = ? AND c.field =
    (SELECT key FROM field WHERE kind = ? AND name = ?) AND c.element = ? AND ${IS_HEAD}`,
  ofRecord: `${SELECT} WHERE c.rec = ? ORDER BY c.at, c.id`,
  headlessOf: `SELECT min(c.id) AS id FROM change c WHERE c.rec = ?
    GROUP BY c.field, c.element HAVING max(${IS_HEAD}) = 0 LIMIT 1`,
  recordsOfAction: `SELECT DISTINCT rec FROM change
    WHERE action = (SELECT key FROM action WHERE id = ?)`,
  recordsOfImport: `SELECT DISTINCT c.rec FROM action a JOIN change c ON c.action = a.key
    WHERE a.import = ?`,
  actionsOfImport: `SELECT a.id FROM action a WHERE a.import = ? AND NOT EXISTS (
    SELECT 1 FROM change c JOIN received x ON x.change = c.key WHERE c.action = a.key)`,
  byId: `${SELECT} WHERE c.id = ?`,
  pairsOf: 'SELECT p.id, p.is_prev FROM replaced p WHERE p.by = ? ORDER BY p.id',
  replacersOf: `${SELECT} JOIN replaced p ON p.by = c.key WHERE p.id = ?`,
  action: 'SELECT * FROM action WHERE id = ?',
  actorName: 'SELECT name FROM actor WHERE id = ?',
  broughtBy: `SELECT b.id, b.sender FROM received x JOIN bundle b ON b.key = x.bundle
    WHERE x.change = ? ORDER BY b.key LIMIT 1`,
  span: `SELECT min(at) AS first, max(at) AS last FROM change WHERE rec = ?`,
} as const;

/** Reads the change log. */
export function changeQueries(db: ReadableDb) {
  const many = (sql: string) => db.prepare<ChangeRow>(sql);
  const headsOfRecord = many(CHANGE_SQL.headsOfRecord);
  const headsOfPath = many(CHANGE_SQL.headsOfPath);
  const ofRecord = many(CHANGE_SQL.ofRecord);
  const recordsOfAction = db.prepare<{ rec: number }>(CHANGE_SQL.recordsOfAction);
  const recordsOfImport = db.prepare<{ rec: number }>(CHANGE_SQL.recordsOfImport);
  const actionsOfImport = db.prepare<{ id: Uint8Array }>(CHANGE_SQL.actionsOfImport);
  const byId = many(CHANGE_SQL.byId);
  const replacersOf = many(CHANGE_SQL.replacersOf);
  const pairsOf = db.prepare<{ id: Uint8Array; is_prev: number }>(CHANGE_SQL.pairsOf);
  const action = db.prepare<ActionRow>(CHANGE_SQL.action);
  const actorName = db.prepare<{ name: string }>(CHANGE_SQL.actorName);
  const broughtBy = db.prepare<{ id: string; sender: string }>(CHANGE_SQL.broughtBy);
  const span = db.prepare<{ first: number | null; last: number | null }>(CHANGE_SQL.span);
  return {
    headsOfRecord: (rec: number): readonly HeldChange[] =>
      headsOfRecord.all(rec).map(changeFromRow),
    headsOfPath: (
      rec: number,
      kind: string,
      field: string,
      element: ElementId | undefined,
    ): readonly HeldChange[] =>
      headsOfPath.all(rec, kind, field, elementToRow(element)).map(changeFromRow),
    ofRecord: (rec: number): readonly HeldChange[] => ofRecord.all(rec).map(changeFromRow),
    /** `record.key` of every record an action wrote to. */
    recordsOfAction: (id: ActionId): readonly number[] =>
      recordsOfAction.all(idToBytes(id)).map(({ rec }) => rec),
    /** The same of a whole import. */
    recordsOfImport: (id: ImportId): readonly number[] =>
      recordsOfImport.all(id).map(({ rec }) => rec),
    /** Actions of an import that was run here; what a bundle brought is no part of it. */
    actionsOfImport: (id: ImportId): readonly ActionId[] =>
      actionsOfImport.all(id).map((row) => idFromBytes<ActionId>(row.id)),
    byId: (id: ChangeId): HeldChange | undefined => {
      const row = byId.get(idToBytes(id));
      return row && changeFromRow(row);
    },
    /** What the change with this key replaces: as it says itself, and as its covers say. */
    pairsOf: (
      key: number,
    ): { readonly prev: readonly ChangeId[]; readonly covers: readonly ChangeId[] } => {
      const rows = pairsOf.all(key);
      const ids = (isPrev: number) =>
        rows.filter((row) => row.is_prev === isPrev).map((row) => idFromBytes<ChangeId>(row.id));
      return { prev: ids(1), covers: ids(0) };
    },
    /** Held changes that replace this one, whatever their path. */
    replacersOf: (id: ChangeId): readonly HeldChange[] =>
      replacersOf.all(idToBytes(id)).map(changeFromRow),
    action: (id: ActionId): Action | undefined => {
      const row = action.get(idToBytes(id));
      return row && actionFromRow(row);
    },
    /** '' where the actor is not known here. */
    actorName: (id: ActorId): string => actorName.get(idToBytes(id))?.name ?? '',
    /** The first bundle that brought a change; undefined for one made here. */
    broughtBy: (key: number) => broughtBy.get(key),
    /** Times of the first and the latest change of a record; undefined where none is held. */
    span: (rec: number): { readonly first: number; readonly last: number } | undefined => {
      const row = span.get(rec);
      return row === undefined || row.first === null || row.last === null
        ? undefined
        : { first: row.first, last: row.last };
    },
  };
}

export type ChangeQueries = ReturnType<typeof changeQueries>;

/** A change of a path of a record of which no change is a head; undefined where each path has one, as it must. */
export function headlessQuery(db: ReadableDb) {
  const headlessOf = db.prepare<{ id: Uint8Array }>(CHANGE_SQL.headlessOf);
  return (rec: number): ChangeId | undefined => {
    const row = headlessOf.get(rec);
    return row && idFromBytes<ChangeId>(row.id);
  };
}
