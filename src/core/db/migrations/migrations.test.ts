import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryDb } from '#tests/fixtures/memory-vault';
import type { WritableDb } from '../driver';
import { FROZEN } from './frozen';
import { migrate, migrationOf, MIGRATIONS, NEWEST_MIGRATION } from './index';

const NUMBERS = MIGRATIONS.map(({ number }) => number);

type Named = { readonly name: string };
const tables = (db: WritableDb): readonly string[] =>
  db
    .prepare<Named>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);

const ID = Buffer.alloc(16, 7);

/** Rows that stood in a vault before each migration, and must stand after it. */
const BEFORE: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  20: [["INSERT INTO setting VALUES ('zone', 'Asia/Karachi')", 'setting']],
  30: [
    ["INSERT INTO record VALUES (1, x'07', 'person', 1, 'Sample Khayali', 0, 5, 6)", 'record'],
    ["INSERT INTO field VALUES (1, 'person', 'sex')", 'field'],
    [`INSERT INTO change VALUES (1, x'08', 1, 1, 1, x'', '"male"', 1, NULL, 5)`, 'change'],
    ["INSERT INTO replaced VALUES (x'09', 1, 1)", 'replaced'],
  ],
  40: [
    ["INSERT INTO person (rec, sex) VALUES (1, 'male')", 'person'],
    [`INSERT INTO hearing (rec, "on_lo") VALUES (2, '2025-05-14T00:00')`, 'hearing'],
  ],
  80: [["INSERT INTO document_text VALUES (1, 1, 'Sample')", 'document_text']],
};

describe('the migrations', () => {
  it('are numbered by ten, upwards, to the newest', () => {
    expect(NUMBERS).toEqual(NUMBERS.toSorted((a, b) => a - b));
    expect(NUMBERS.every((number) => number % 10 === 0)).toBe(true);
    expect(NUMBERS.at(-1)).toBe(NEWEST_MIGRATION);
  });

  it('are the very texts in the frozen list', () => {
    const hashes = MIGRATIONS.map(({ number, up }) => [
      number,
      createHash('sha256').update(up).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(FROZEN);
  });

  it.each(NUMBERS)('bring an empty database to %i', (number) => {
    const db = memoryDb(number);
    expect(migrationOf(db)).toBe(number);
    expect(tables(db).length).toBeGreaterThan(0);
  });

  it.each(NUMBERS)('end the same when they stop at %i on the way', (number) => {
    const db = memoryDb(number);
    migrate(db);
    expect(migrationOf(db)).toBe(NEWEST_MIGRATION);
    expect(tables(db)).toEqual(tables(memoryDb()));
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  });

  it.each(Object.entries(BEFORE))('keep every row when %s is run on a vault in use', (to, rows) => {
    const before = NUMBERS.filter((number) => number < Number(to)).at(-1);
    const db = memoryDb(before);
    for (const [insert] of rows) db.exec(insert);
    const read = () => rows.map(([, table]) => db.prepare(`SELECT * FROM "${table}"`).all());
    const stood = read();
    migrate(db, Number(to));
    expect(migrationOf(db)).toBe(Number(to));
    expect(read()).toEqual(stood);
    expect(stood.flat()).toHaveLength(rows.length);
  });

  it('do nothing the second time', () => {
    const db = memoryDb();
    db.prepare('INSERT INTO device (id, made_at) VALUES (?, 1)').run(ID);
    migrate(db);
    expect(db.prepare('SELECT * FROM device').all()).toHaveLength(1);
  });

  it('make every table strict, the full-text ones of SQLite aside', () => {
    const loose = memoryDb()
      .prepare<Named>(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'
           AND name NOT LIKE 'search_%'`,
      )
      .all();
    expect(loose).toEqual([]);
  });
});

describe('audit rows', () => {
  it('are neither rewritten nor deleted', () => {
    const db = memoryDb();
    db.exec(`INSERT INTO audit VALUES (1, 5, 0, x'07', x'08', 'commit', 'x', '{}', x'00', x'01')`);
    expect(() => {
      db.exec("UPDATE audit SET action = 'x'");
    }).toThrow('never rewritten');
    expect(() => {
      db.exec('DELETE FROM audit');
    }).toThrow('never deleted');
  });
});
