import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** A record that names another, and by which field. */
export type Naming = {
  readonly record: RecordId;
  readonly kind: string;
  readonly field: string;
  readonly target: RecordId;
};

type Row = {
  readonly record: Uint8Array;
  readonly kind: string;
  readonly field: string;
  readonly target: Uint8Array;
};

const SELECT = `SELECT r.id AS record, r.kind, f.name AS field, x.target
  FROM reference x JOIN record r ON r.key = x.rec JOIN field f ON f.key = x.field`;

const namingOf = (row: Row): Naming => ({
  record: idFromBytes<RecordId>(row.record),
  kind: row.kind,
  field: row.field,
  target: idFromBytes<RecordId>(row.target),
});

/** Which records name which, those in the trash too. */
export function reachQueries(db: ReadableDb) {
  const to = db.prepare<Row>(`${SELECT} WHERE x.target = ? ORDER BY x.rec`);
  return {
    namingThis: (target: RecordId): readonly Naming[] => to.all(idToBytes(target)).map(namingOf),
  };
}
