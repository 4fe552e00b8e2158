import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { FieldsOf } from '#shared/domain/registry';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue, Statement } from '../driver';
import { fieldsFromRow, tableOf } from './record-columns';

type Row = Readonly<Record<string, SqlValue>> & {
  readonly record_key: number;
  readonly record_id: Uint8Array;
};

/** A record in use (not trashed) with its single-valued fields. */
export type Held<K extends RecordKind> = {
  readonly kind: K;
  readonly key: number;
  readonly id: RecordId;
  readonly fields: FieldsOf<K>;
};

/** Reads the records that custody is told by, without what only a full view needs. */
export function custodyRows(db: ReadableDb) {
  const statements = new Map<string, Statement<Row>>();
  const statement = (name: string, sql: string): Statement<Row> => {
    const known = statements.get(name) ?? db.prepare<Row>(sql);
    statements.set(name, known);
    return known;
  };
  const toHeld = <K extends RecordKind>(kind: K, row: Row): Held<K> => ({
    kind,
    key: row.record_key,
    id: idFromBytes<RecordId>(row.record_id),
    // Tables are built from the registry that the type comes from.
    fields: Object.fromEntries(fieldsFromRow(kind, row)) as FieldsOf<K>,
  });
  const elements = db.prepare<{ value: string }>(
    `SELECT e.value FROM element e WHERE e.rec = ?
      AND e.field = (SELECT key FROM field WHERE kind = ? AND name = ?) ORDER BY e.element`,
  );
  return {
    /** What a many-valued field of a record holds, as JSON reads it. */
    elements: (
      { kind, key }: Pick<Held<RecordKind>, 'kind' | 'key'>,
      field: string,
    ): readonly unknown[] =>
      elements.all(key, kind, field).map(({ value }) => JSON.parse(value) as unknown),
    /** Records of a kind that name `target` in a field, in order of their making here. */
    naming: <K extends RecordKind>(kind: K, field: string, target: RecordId): readonly Held<K>[] =>
      statement(
        `${kind} naming`,
        `SELECT DISTINCT r.key AS record_key, r.id AS record_id, t.* FROM reference x
          JOIN record r ON r.key = x.rec AND r.is_trashed = 0
          JOIN "${tableOf(kind)}" t ON t.rec = x.rec
          WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = ? AND name = ?)
          ORDER BY r.key`,
      )
        .all(idToBytes(target), kind, field)
        .map((row) => toHeld(kind, row)),
    one: <K extends RecordKind>(kind: K, id: RecordId | undefined): Held<K> | undefined => {
      if (id === undefined) return undefined;
      const row = statement(
        `${kind} one`,
        `SELECT r.key AS record_key, r.id AS record_id, t.* FROM record r
          JOIN "${tableOf(kind)}" t ON t.rec = r.key WHERE r.id = ? AND r.is_trashed = 0`,
      ).get(idToBytes(id));
      return row === undefined ? undefined : toHeld(kind, row);
    },
  };
}
