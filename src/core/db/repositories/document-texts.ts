import type { WritableDb } from '#core/db/driver';
import type { DocumentTexts } from '#core/search/ports';

/** Texts read from documents, by page from 1. Call what writes inside a transaction. */
export function documentTexts(db: WritableDb): DocumentTexts {
  const add = db.prepare('INSERT INTO document_text (rec, page, text) VALUES (?, ?, ?)');
  const one = db.prepare<{ text: string }>(
    'SELECT text FROM document_text WHERE rec = ? AND page = ?',
  );
  const all = db.prepare<{ page: number; text: string }>(
    'SELECT page, text FROM document_text WHERE rec = ? ORDER BY page',
  );
  const drop = db.prepare('DELETE FROM document_text WHERE rec = ?');
  return {
    set: (rec, pages) => {
      drop.run(rec);
      pages.forEach((text, at) => add.run(rec, at + 1, text));
    },
    page: (rec, page) => one.get(rec, page)?.text,
    pages: (rec) => all.all(rec),
    remove: (rec) => {
      drop.run(rec);
    },
  };
}
