import type { RecordId } from '#shared/domain/ids';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { WritableDb } from '../driver';

/** Erases what is kept of one record outside the tables of the current view. */
export function recordPurge(db: WritableDb) {
  const inChanges = 'SELECT key FROM change WHERE rec = ?';
  const dropPairs = db.prepare(`DELETE FROM replaced WHERE by IN (${inChanges})`);
  const dropReceived = db.prepare(`DELETE FROM received WHERE change IN (${inChanges})`);
  const actions = db.prepare<{ action: number }>(
    'SELECT DISTINCT action FROM change WHERE rec = ?',
  );
  const dropChanges = db.prepare('DELETE FROM change WHERE rec = ?');
  const dropAction = db.prepare(
    'DELETE FROM action WHERE key = ? AND NOT EXISTS (SELECT 1 FROM change WHERE action = ?)',
  );
  const dropText = db.prepare('DELETE FROM document_text WHERE rec = ?');
  const dropClosed = db.prepare('DELETE FROM outside WHERE subject = ? AND closed IS NOT NULL');
  const dropDrafts = db.prepare('DELETE FROM draft WHERE record = ?');
  const referring = db.prepare<{ id: Uint8Array }>(
    `SELECT DISTINCT r.id FROM reference x JOIN record r ON r.key = x.rec
     WHERE x.target = ? AND x.rec <> ? ORDER BY r.id`,
  );
  // A past version of another document counts too: its history would otherwise show what is not there.
  const otherUse = db.prepare(
    `SELECT 1 FROM change c JOIN field f ON f.key = c.field
     WHERE f.kind = 'document' AND f.name = 'blob' AND c.value = ? LIMIT 1`,
  );
  const dropBlobKey = db.prepare('DELETE FROM blob WHERE name = ?');
  return {
    /**
     * Changes with their pairs and origins, actions left empty, text, drafts, what is closed of copies
     * outside. A copy that still lies outside stays on its list: somebody has to fetch it.
     */
    erase: (id: RecordId, rec: number): void => {
      const touched = actions.all(rec);
      dropPairs.run(rec);
      dropReceived.run(rec);
      dropChanges.run(rec);
      for (const { action } of touched) dropAction.run(action, action);
      dropText.run(rec);
      dropDrafts.run(idToBytes(id));
      dropClosed.run(id);
    },
    /** Other records that name it. */
    referring: (id: RecordId, rec: number): readonly RecordId[] =>
      referring.all(idToBytes(id), rec).map((row) => idFromBytes<RecordId>(row.id)),
    /** Throws away the key of an attachment that no document names: its file is noise from then on. */
    dropBlob: (name: string): boolean =>
      otherUse.get(JSON.stringify(name)) === undefined && dropBlobKey.run(name).changes > 0,
  };
}
