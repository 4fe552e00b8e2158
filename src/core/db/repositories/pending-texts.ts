import type { RecordId } from '#shared/domain/ids';
import type { WritableDb } from '../driver';

/** Documents that came with their file and were not yet looked into for words; a setting each. */
const PENDING = 'text-pending/';

export function pendingTexts(db: WritableDb) {
  const mark = db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM setting WHERE name = ?');
  const all = db.prepare<{ id: RecordId }>(
    `SELECT substr(name, ${String(PENDING.length + 1)}) AS id FROM setting
     WHERE name >= '${PENDING}' AND name < 'text-pending0' ORDER BY name`,
  );
  return {
    /** Call it in the transaction that brings the document. */
    mark: (id: RecordId): void => {
      mark.run(`${PENDING}${id}`, '');
    },
    clear: (id: RecordId): void => {
      drop.run(`${PENDING}${id}`);
    },
    all: (): readonly RecordId[] => all.all().map(({ id }) => id),
  };
}
