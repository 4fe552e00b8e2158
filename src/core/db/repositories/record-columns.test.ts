import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#shared/domain/kinds';
import { memoryDb } from '#tests/fixtures/memory-vault';
import type { JsonValue } from '#core/changes/model';
import { columnsOf, fieldsFromRow, tableOf, toCellsOf, type KindRow } from './record-columns';

type Info = { readonly name: string; readonly type: string };

describe('the table of a kind', () => {
  const db = memoryDb();
  it.each(RECORD_KINDS)('%s has exactly the columns the registry asks for', (kind) => {
    const found = db
      .prepare<Info>(`SELECT name, type FROM pragma_table_info('${tableOf(kind)}') ORDER BY name`)
      .all();
    const wanted = [{ name: 'rec', type: 'INTEGER' }, ...columnsOf(kind)];
    expect(found).toEqual(wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it.each(RECORD_KINDS)('%s lays down no rule beyond its key', (kind) => {
    const ruled = db
      .prepare(`SELECT name FROM pragma_table_info('${tableOf(kind)}') WHERE "notnull" = 1`)
      .all();
    expect(ruled).toEqual([]);
  });

  it('gives back what was put into it', () => {
    const fields = new Map<string, JsonValue>([
      ['title', 'FIR copy'],
      ['pages', 3],
      ['on', { edtf: '2025-05-14~', zone: 'Asia/Karachi' }],
      ['translationOf', '01010101-0101-0101-0101-010101010101'],
    ]);
    const cells = toCellsOf('document', fields);
    const row: KindRow = Object.fromEntries(
      columnsOf('document').map(({ name }, index) => [name, cells[index] ?? null]),
    );
    expect(fieldsFromRow('document', row)).toEqual(fields);
  });
});
