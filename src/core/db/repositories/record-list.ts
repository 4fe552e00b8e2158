import type { ActionId, AnyId, ImportId, RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** What a list of records of one kind is asked for. */
export type RecordListQuery = {
  readonly kind: RecordKind;
  readonly isTrashed: boolean;
  readonly limit: number;
  readonly offset: number;
};

export type KindCount = {
  readonly kind: string;
  readonly records: number;
  readonly trashed: number;
};

type Row = { readonly id: Uint8Array };

/** Imports have no table of their own: these look at both ends of the index of actions. */
export const IMPORT_SQL = {
  firstFrom: 'SELECT import AS id FROM action WHERE import >= ? ORDER BY import LIMIT 1',
  lastUpTo: 'SELECT import AS id FROM action WHERE import <= ? ORDER BY import DESC LIMIT 1',
  after: 'SELECT import AS id FROM action WHERE import > ? ORDER BY import LIMIT 1',
  before: 'SELECT import AS id FROM action WHERE import < ? ORDER BY import DESC LIMIT 1',
} as const;

/** Counts and pages over `record`, and finding by the start of an id. */
export function recordLists(db: ReadableDb) {
  const page = db.prepare<Row>(
    `SELECT id FROM record WHERE kind = ? AND is_trashed = ?
      ORDER BY label, id LIMIT ? OFFSET ?`,
  );
  const counts = db.prepare<KindCount>(
    `SELECT kind, count(*) AS records, sum(is_trashed) AS trashed FROM record
      GROUP BY kind ORDER BY kind`,
  );
  const between = db.prepare<Row>('SELECT id FROM record WHERE id >= ? AND id <= ? LIMIT ?');
  const actions = db.prepare<Row>('SELECT id FROM action WHERE id >= ? AND id <= ? LIMIT ?');
  // An id is a record's or an action's; each table has its own neighbours.
  const beside = {
    record: [
      db.prepare<Row>('SELECT id FROM record WHERE id < ? ORDER BY id DESC LIMIT 1'),
      db.prepare<Row>('SELECT id FROM record WHERE id > ? ORDER BY id LIMIT 1'),
    ],
    action: [
      db.prepare<Row>('SELECT id FROM action WHERE id < ? ORDER BY id DESC LIMIT 1'),
      db.prepare<Row>('SELECT id FROM action WHERE id > ? ORDER BY id LIMIT 1'),
    ],
  } as const;
  const ofImport = (sql: string) => {
    const found = db.prepare<{ id: ImportId }>(sql);
    return (id: ImportId): readonly ImportId[] => found.all(id).map((row) => row.id);
  };
  const firstFrom = ofImport(IMPORT_SQL.firstFrom);
  const lastUpTo = ofImport(IMPORT_SQL.lastUpTo);
  const besideImport = [ofImport(IMPORT_SQL.before), ofImport(IMPORT_SQL.after)];
  const idOf = ({ id }: Row): RecordId => idFromBytes<RecordId>(id);
  return {
    page: ({ kind, isTrashed, limit, offset }: RecordListQuery): readonly RecordId[] =>
      page.all(kind, isTrashed ? 1 : 0, limit, offset).map(idOf),
    counts: (): readonly KindCount[] => counts.all(),
    /** Records whose ids lie from `low` to `high`, both 16 bytes; at most `limit`. */
    between: (low: Uint8Array, high: Uint8Array, limit: number): readonly RecordId[] =>
      between.all(low, high, limit).map(idOf),
    /** The held ids just before and just after one. */
    beside: (of: 'record' | 'action', id: AnyId): readonly AnyId[] =>
      beside[of].flatMap((side) => side.all(idToBytes(id)).map(idOf)),
    /** The same for actions. */
    actionsBetween: (low: Uint8Array, high: Uint8Array, limit: number): readonly ActionId[] =>
      actions.all(low, high, limit).map(({ id }) => idFromBytes<ActionId>(id)),
    /** The first and the last import whose id lies from `low` to `high`. */
    importsBetween: (low: Uint8Array, high: Uint8Array): readonly ImportId[] => {
      const [least, most] = [idFromBytes<ImportId>(low), idFromBytes<ImportId>(high)];
      const ends = [...firstFrom(least), ...lastUpTo(most)];
      return [...new Set(ends.filter((id) => id >= least && id <= most))];
    },
    /** The imports just before and just after one. */
    besideImport: (id: ImportId): readonly ImportId[] => besideImport.flatMap((side) => side(id)),
  };
}
