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
  const dropDrafts = db.prepare('DELETE FROM draft WHERE record = ?');
  const referring = db.prepare<{ id: Uint8Array }>(
    `SELECT DISTINCT r.id FROM reference x JOIN record r ON r.key = x.rec
     WHERE x.target = ? AND x.rec <> ? ORDER BY r.id`,
  );
  const otherUse = db.prepare('SELECT 1 FROM document WHERE blob = ? AND rec <> ?');
  const dropBlobKey = db.prepare('DELETE FROM blob WHERE name = ?');
  return {
    /** Changes with their pairs and origins, actions left empty, text, drafts. */
    erase: (id: RecordId, rec: number): void => {
      const touched = actions.all(rec);
      dropPairs.run(rec);
      dropReceived.run(rec);
      dropChanges.run(rec);
      for (const { action } of touched) dropAction.run(action, action);
      dropText.run(rec);
      dropDrafts.run(idToBytes(id));
    },
    /** Other records that name it. */
    referring: (id: RecordId, rec: number): readonly RecordId[] =>
      referring.all(idToBytes(id), rec).map((row) => idFromBytes<RecordId>(row.id)),
    /** Throws away the key of an attachment, unless another document shows it: its file is noise from then on. */
    dropBlob: (name: string, rec: number): boolean =>
      otherUse.get(name, rec) === undefined && dropBlobKey.run(name).changes > 0,
  };
}
