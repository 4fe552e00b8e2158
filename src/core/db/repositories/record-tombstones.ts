import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '../driver';

/** Ids of purged records: all that is left of them. */
export function tombstones(db: WritableDb) {
  const has = db.prepare('SELECT 1 FROM tombstone WHERE id = ?');
  const add = db.prepare('INSERT OR IGNORE INTO tombstone (id, at) VALUES (?, ?)');
  const lift = db.prepare('DELETE FROM tombstone WHERE id = ?');
  const all = db.prepare<{ id: Uint8Array }>('SELECT id FROM tombstone ORDER BY id');
  const since = db.prepare<{ records: number }>(
    'SELECT count(*) AS records FROM tombstone WHERE at >= ?',
  );
  return {
    /** How many were erased from an instant on. */
    since: (at: number): number => since.get(at)?.records ?? 0,
    has: (id: RecordId): boolean => has.get(idToBytes(id)) !== undefined,
    add: (id: RecordId, at: number): void => {
      add.run(idToBytes(id), at);
    },
    lift: (id: RecordId): void => {
      lift.run(idToBytes(id));
    },
    all: (): readonly RecordId[] => all.all().map((row) => idFromBytes<RecordId>(row.id)),
  };
}
