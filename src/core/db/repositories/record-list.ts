import type { ActionId, AnyId, RecordId } from '#shared/domain/ids';
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
  };
}
