import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tokens } from '#core/search/fold';
import { anyText } from '#tests/fixtures/search-texts';

/** What the tokenizer of the index makes of a text, in order. */
function tokenizer(): (text: string) => string[] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(body, tokenize="unicode61 remove_diacritics 0")`);
  db.exec(`CREATE VIRTUAL TABLE words USING fts5vocab(t, 'instance')`);
  const put = db.prepare('INSERT INTO t (rowid, body) VALUES (1, ?)');
  const clear = db.prepare('DELETE FROM t');
  const read = db.prepare('SELECT term FROM words ORDER BY "offset"').pluck();
  return (text) => {
    clear.run();
    put.run(text);
    return read.all() as string[];
  };
}

describe('tokens of folded text', () => {
  it('are what the tokenizer of the index makes of every single character', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE VIRTUAL TABLE t USING fts5(body, tokenize="unicode61 remove_diacritics 0")`);
    db.exec(`CREATE VIRTUAL TABLE words USING fts5vocab(t, 'instance')`);
    const put = db.prepare('INSERT INTO t (rowid, body) VALUES (?, ?)');
    const ours: string[] = [];
    db.transaction(() => {
      for (let code = 1; code < 0x30000; code += 1) {
        const point = String.fromCodePoint(code);
        for (const word of tokens(point)) ours.push(`${String(code)} ${word}`);
        put.run(code, fold(point));
      }
    })();
    const theirs = db
      .prepare(`SELECT doc || ' ' || term FROM words ORDER BY doc, "offset"`)
      .pluck()
      .all();
    expect(theirs).toEqual(ours);
  });

  it('are what the tokenizer of the index makes of any text', () => {
    const theirs = tokenizer();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(theirs(fold(text))).toEqual(tokens(text));
      }),
    );
  });
});
