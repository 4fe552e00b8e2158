import type { RecordId } from '#shared/domain/ids';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import type { JsonValue } from '#core/changes/model';
import { idToBytes } from '#core/kernel/ids';
import type { Statement, WritableDb } from '../driver';
import { elementToRow, levelToRow } from './change-rows';
import { columnsOf, tableOf, toCellsOf, VIEW_TABLES, type FieldMap } from './record-columns';
import type { PathRow } from './record-view';

type KindStatements = { readonly put: Statement<unknown>; readonly drop: Statement<unknown> };

function kindStatements(db: WritableDb, kind: RecordKind): KindStatements {
  const table = tableOf(kind);
  const columns = columnsOf(kind);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return {
    put: db.prepare(`INSERT OR REPLACE INTO "${table}" (rec, ${names}) VALUES (?, ${marks})`),
    drop: db.prepare(`DELETE FROM "${table}" WHERE rec = ?`),
  };
}

/** Writes and removes rows of `element`, `conflict`, `own_level` and `reference`. */
function pathTables(db: WritableDb) {
  const ofPath = 'rec = ? AND field = ? AND element = ?';
  const addElement = db.prepare('INSERT OR REPLACE INTO element VALUES (?, ?, ?, ?)');
  const dropElement = db.prepare(`DELETE FROM element WHERE ${ofPath}`);
  const addConflict = db.prepare('INSERT OR IGNORE INTO conflict VALUES (?, ?, ?)');
  const dropConflict = db.prepare(`DELETE FROM conflict WHERE ${ofPath}`);
  const addOwnLevel = db.prepare('INSERT OR REPLACE INTO own_level VALUES (?, ?, ?, ?)');
  const dropOwnLevel = db.prepare(`DELETE FROM own_level WHERE ${ofPath}`);
  const addReference = db.prepare('INSERT OR IGNORE INTO reference VALUES (?, ?, ?, ?)');
  const dropReference = db.prepare(
    'DELETE FROM reference WHERE target = ? AND field = ? AND rec = ? AND element = ?',
  );
  const key = (rec: number, field: number, { element }: PathRow) =>
    [rec, field, elementToRow(element)] as const;
  return {
    putElement: (rec: number, field: number, path: PathRow, value: JsonValue): void => {
      addElement.run(...key(rec, field, path), JSON.stringify(value));
    },
    dropElement: (rec: number, field: number, path: PathRow): void => {
      dropElement.run(...key(rec, field, path));
    },
    putConflict: (rec: number, field: number, path: PathRow): void => {
      addConflict.run(...key(rec, field, path));
    },
    dropConflict: (rec: number, field: number, path: PathRow): void => {
      dropConflict.run(...key(rec, field, path));
    },
    putOwnLevel: (rec: number, field: number, path: PathRow, level: Level): void => {
      addOwnLevel.run(...key(rec, field, path), levelToRow(level));
    },
    dropOwnLevel: (rec: number, field: number, path: PathRow): void => {
      dropOwnLevel.run(...key(rec, field, path));
    },
    putReference: (target: RecordId, field: number, rec: number, path: PathRow): void => {
      addReference.run(idToBytes(target), field, rec, elementToRow(path.element));
    },
    dropReference: (target: RecordId, field: number, rec: number, path: PathRow): void => {
      dropReference.run(idToBytes(target), field, rec, elementToRow(path.element));
    },
  };
}

type RecordCells = {
  readonly key: number;
  readonly level: Level;
  readonly label: string;
  readonly isTrashed: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
};

/** Writes the tables of the current view; `changes/projector` says what belongs in them. */
export function projectionStore(db: WritableDb) {
  const setRecord = db.prepare(
    `UPDATE record SET level = ?, label = ?, is_trashed = ?, created_at = ?, changed_at = ?
     WHERE key = ?`,
  );
  const dropRecord = db.prepare('DELETE FROM record WHERE key = ?');
  const perKind = new Map(RECORD_KINDS.map((kind) => [kind, kindStatements(db, kind)]));
  return {
    ...pathTables(db),
    setRecord: (row: RecordCells): void => {
      const cells = [levelToRow(row.level), row.label, row.isTrashed ? 1 : 0] as const;
      setRecord.run(...cells, row.createdAt, row.changedAt, row.key);
    },
    dropRecord: (rec: number): void => {
      dropRecord.run(rec);
    },
    putKindRow: (kind: RecordKind, rec: number, fields: FieldMap): void => {
      perKind.get(kind)?.put.run(rec, ...toCellsOf(kind, fields));
    },
    dropKindRow: (kind: RecordKind, rec: number): void => {
      perKind.get(kind)?.drop.run(rec);
    },
    /** Empties every table of the view; `record` keeps its keys, which the log uses. */
    clear: (): void => {
      for (const table of VIEW_TABLES) db.exec(`DELETE FROM "${table}"`);
    },
  };
}
