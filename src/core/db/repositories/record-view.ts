import type { ElementId, RecordId } from '#shared/domain/ids';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import type { Level } from '#shared/domain/levels';
import type { JsonValue } from '#core/changes/model';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, Statement } from '../driver';
import { elementFromRow, levelFromRow } from './change-rows';
import { tableOf, type KindRow } from './record-columns';

/** A row of `record`. `kind` may be one of a later version. */
export type RecordRow = {
  readonly key: number;
  readonly id: RecordId;
  readonly kind: string;
  readonly level: Level;
  readonly label: string;
  readonly isTrashed: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
};

type RawRecord = {
  readonly key: number;
  readonly id: Uint8Array;
  readonly kind: string;
  readonly level: number;
  readonly label: string;
  readonly is_trashed: number;
  readonly created_at: number;
  readonly changed_at: number;
};

const recordFromRow = (row: RawRecord): RecordRow => ({
  key: row.key,
  id: idFromBytes<RecordId>(row.id),
  kind: row.kind,
  level: levelFromRow(row.level),
  label: row.label,
  isTrashed: row.is_trashed === 1,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});

export type LevelRow = PathRow & { readonly level: Level };
export type PathRow = { readonly field: string; readonly element: ElementId | undefined };
export type ElementRow = PathRow & { readonly value: JsonValue };

type RawPath = { readonly name: string; readonly element: Uint8Array };

export const RECORD_SQL = {
  byId: 'SELECT * FROM record WHERE id = ?',
  byKey: 'SELECT * FROM record WHERE key = ?',
  ofKind: 'SELECT * FROM record WHERE kind = ? AND is_trashed = 0 ORDER BY created_at, id',
  referring: `SELECT DISTINCT r.* FROM reference x JOIN record r ON r.key = x.rec
    WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = ? AND name = ?)
      AND r.is_trashed = 0 ORDER BY r.created_at, r.id`,
  elements: `SELECT f.name, e.element, e.value FROM element e JOIN field f ON f.key = e.field
    WHERE e.rec = ? ORDER BY e.field, e.element`,
  conflicts: `SELECT f.name, x.element FROM conflict x JOIN field f ON f.key = x.field
    WHERE x.rec = ? ORDER BY f.name, x.element`,
  ownLevels: `SELECT f.name, x.element, x.level FROM own_level x JOIN field f ON f.key = x.field
    WHERE x.rec = ? ORDER BY f.name, x.element`,
  allConflicts: `SELECT DISTINCT r.* FROM conflict x JOIN record r ON r.key = x.rec ORDER BY r.key`,
  every: 'SELECT * FROM record ORDER BY key',
  trashed: 'SELECT * FROM record WHERE is_trashed = 1 ORDER BY changed_at, id',
} as const;

/** Reads the tables of the current view. */
export function recordQueries(db: ReadableDb) {
  const byId = db.prepare<RawRecord>(RECORD_SQL.byId);
  const byKey = db.prepare<RawRecord>(RECORD_SQL.byKey);
  const ofKind = db.prepare<RawRecord>(RECORD_SQL.ofKind);
  const referring = db.prepare<RawRecord>(RECORD_SQL.referring);
  const elements = db.prepare<RawPath & { value: string }>(RECORD_SQL.elements);
  const conflicts = db.prepare<RawPath>(RECORD_SQL.conflicts);
  const ownLevels = db.prepare<RawPath & { level: number }>(RECORD_SQL.ownLevels);
  const inConflict = db.prepare<RawRecord>(RECORD_SQL.allConflicts);
  const every = db.prepare<RawRecord>(RECORD_SQL.every);
  const trashed = db.prepare<RawRecord>(RECORD_SQL.trashed);
  const rows = new Map<string, Statement<KindRow>>(
    RECORD_KINDS.map((kind) => [
      kind,
      db.prepare<KindRow>(`SELECT * FROM "${tableOf(kind)}" WHERE rec = ?`),
    ]),
  );
  const path = (row: RawPath): PathRow => ({
    field: row.name,
    element: elementFromRow(row.element),
  });
  const one = (row: RawRecord | undefined) => row && recordFromRow(row);
  return {
    byId: (id: RecordId): RecordRow | undefined => one(byId.get(idToBytes(id))),
    byKey: (key: number): RecordRow | undefined => one(byKey.get(key)),
    /** Not trashed, in order of creation. */
    ofKind: (kind: RecordKind): readonly RecordRow[] => ofKind.all(kind).map(recordFromRow),
    referring: (kind: RecordKind, field: string, target: RecordId): readonly RecordRow[] =>
      referring.all(idToBytes(target), kind, field).map(recordFromRow),
    kindRow: (kind: RecordKind, rec: number): KindRow | undefined => rows.get(kind)?.get(rec),
    /** In order of their ids, which is that of their making. */
    elements: (rec: number): readonly ElementRow[] =>
      elements.all(rec).map((row) => ({ ...path(row), value: JSON.parse(row.value) as JsonValue })),
    conflicts: (rec: number): readonly PathRow[] => conflicts.all(rec).map(path),
    ownLevels: (rec: number): readonly LevelRow[] =>
      ownLevels.all(rec).map((row) => ({ ...path(row), level: levelFromRow(row.level) })),
    inConflict: (): readonly RecordRow[] => inConflict.all().map(recordFromRow),
    /** Of every kind, also trashed ones and kinds of a later version. */
    everyRecord: (): readonly RecordRow[] => every.all().map(recordFromRow),
    trashed: (): readonly RecordRow[] => trashed.all().map(recordFromRow),
  };
}

export type RecordQueries = ReturnType<typeof recordQueries>;
