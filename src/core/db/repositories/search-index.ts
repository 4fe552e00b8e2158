import type { WritableDb } from '#core/db/driver';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { Candidate, SearchIndex } from '#core/search/ports';
import type { RecordId } from '#shared/domain/ids';

type CandidateRow = {
  readonly id: Uint8Array;
  readonly kind: string;
  readonly label: string;
  readonly rec: number;
  readonly page: number;
};

const toCandidate = ({ id, kind, label, rec, page }: CandidateRow): Candidate => ({
  id: idFromBytes<RecordId>(id),
  kind,
  label,
  rec,
  page,
});

/** The full-text index of a vault. Call what writes inside a transaction. */
export function searchIndex(db: WritableDb): SearchIndex {
  const find = db.prepare<{ key: number }>(
    'SELECT key FROM search_part WHERE rec = ? AND page = ?',
  );
  const findAll = db.prepare<{ key: number }>('SELECT key FROM search_part WHERE rec = ?');
  const addPart = db.prepare('INSERT INTO search_part (rec, page) VALUES (?, ?)');
  const dropPart = db.prepare('DELETE FROM search_part WHERE key = ?');
  const write = db.prepare('INSERT OR REPLACE INTO search (rowid, body) VALUES (?, ?)');
  const dropRow = db.prepare('DELETE FROM search WHERE rowid = ?');
  // The cut comes before the joins, so that a query reads no more rows than it asks for.
  const candidates = db.prepare<CandidateRow>(`
    SELECT r.id, r.kind, r.label, p.rec, p.page
    FROM (
      SELECT rowid AS part FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?
    ) AS found
    CROSS JOIN search_part AS p ON p.key = found.part
    CROSS JOIN record AS r ON r.key = p.rec
  `);
  const recordsAfter = db.prepare<{ key: number; id: Uint8Array }>(
    'SELECT key, id FROM record WHERE key > ? ORDER BY key LIMIT ?',
  );
  const hasRecord = db.prepare<{ found: number }>('SELECT 1 AS found FROM record WHERE key = ?');
  const keyOf = db.prepare<{ key: number }>('SELECT key FROM record WHERE id = ?');
  return {
    put: (rec, page, terms) => {
      const key = find.get(rec, page)?.key ?? addPart.run(rec, page).lastRowid;
      write.run(key, terms);
    },
    remove: (rec) => {
      for (const { key } of findAll.all(rec)) {
        dropRow.run(key);
        dropPart.run(key);
      }
    },
    forget: () => {
      db.exec(`INSERT INTO search (search) VALUES ('optimize')`);
    },
    clear: () => {
      db.exec(`INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_part;`);
    },
    candidates: (match, limit) => candidates.all(match, limit).map(toCandidate),
    recordsAfter: (key, limit) =>
      recordsAfter.all(key, limit).map((row) => ({ key: row.key, id: idFromBytes(row.id) })),
    hasRecord: (rec) => hasRecord.get(rec) !== undefined,
    keyOf: (id) => keyOf.get(idToBytes(id))?.key,
  };
}
