import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '../driver';

/** Ids of purged records: all that is left of them. */
export function tombstones(db: WritableDb) {
  const has = db.prepare('SELECT 1 FROM tombstone WHERE id = ?');
  const add = db.prepare('INSERT OR IGNORE INTO tombstone (id, at) VALUES (?, ?)');
  const lift = db.prepare('DELETE FROM tombstone WHERE id = ?');
  const all = db.prepare<{ id: Uint8Array }>('SELECT id FROM tombstone ORDER BY id');
  return {
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
