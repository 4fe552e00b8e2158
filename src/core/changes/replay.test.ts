import { describe, expect, it } from 'vitest';
import { sharedState } from '#tests/fixtures/memory-desks';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { changeExporter } from './export-changes';
import { compareWithTables, rebuildTables } from './replay';
import { taker } from './take-in';

/** A vault with a value, an element, a reference and a conflict. */
function filled() {
  const [vault, other] = [memoryVault(1), memoryVault(2)];
  const [person, order] = [vault.newRecord(), vault.newRecord()];
  vault.edit(person, 'person', { sex: 'male', [`tags/${vault.newElement()}`]: 'first' });
  vault.edit(order, 'order', {
    [`persons/${vault.newElement()}`]: { person },
    on: { edtf: '2025-05' },
    case: vault.newRecord(),
  });
  taker(other.parts)(changeExporter(vault.db)({ records: 'all' }), {
    bundle: '1',
    sender: 'Sample',
  });
  other.edit(person, 'person', { sex: 'female' });
  vault.edit(person, 'person', { sex: 'other' });
  taker(vault.parts)(changeExporter(other.db)({ records: 'all' }), {
    bundle: '2',
    sender: 'Sample',
  });
  return { vault, person, order };
}

const TAMPERED: readonly (readonly [string, string, string])[] = [
  [
    'a value',
    "UPDATE person SET sex = 'female' WHERE sex IS NOT 'female'; UPDATE person SET occupation = 'x'",
    'person',
  ],
  ['a row', 'DELETE FROM "order"', 'order'],
  ['a bound of a date', 'UPDATE "order" SET on_hi = \'2025-06-30T23:59\'', 'order'],
  ['an element', 'UPDATE element SET value = \'"other"\'', 'element'],
  ['a missing element', 'DELETE FROM element', 'element'],
  ['a reference', 'DELETE FROM reference', 'reference'],
  [
    'a reference too many',
    'INSERT INTO reference SELECT randomblob(16), field, rec, element FROM reference',
    'reference',
  ],
  ['a conflict', 'DELETE FROM conflict', 'conflict'],
  ['a label', "UPDATE record SET label = 'Someone'", 'record'],
  ['a trash mark', 'UPDATE record SET is_trashed = 1', 'record'],
  ['a level', 'UPDATE record SET level = 2', 'record'],
  ['a time', 'UPDATE record SET changed_at = changed_at + 1', 'record'],
  ['a row of nobody', 'INSERT INTO hold (rec) VALUES (999)', 'hold'],
  ['a change without its action', 'DELETE FROM action WHERE key = 1', 'change'],
  [
    'a change in the log',
    `UPDATE change SET value = '{"edtf":"2025-07"}' WHERE value LIKE '%2025-05%'`,
    'order',
  ],
];

describe('replaying the log', () => {
  it('finds nothing where the tables are as they were written', () => {
    expect(compareWithTables(filled().vault.db)).toEqual([]);
  });

  it.each(TAMPERED)('notices %s', (_what, sql, table) => {
    const { vault } = filled();
    vault.db.exec(sql);
    expect(compareWithTables(vault.db).map((one) => one.table)).toContain(table);
  });

  it('stops after as many differences as were asked for', () => {
    const { vault } = filled();
    vault.db.exec("UPDATE record SET label = 'x'");
    expect(compareWithTables(vault.db, 1)).toHaveLength(1);
  });

  it('makes the tables anew, and then all that is derived', () => {
    const { vault } = filled();
    const before = sharedState(vault.db);
    vault.db.exec(
      'DELETE FROM person; DELETE FROM element; DELETE FROM reference; DELETE FROM conflict; UPDATE record SET level = 0',
    );
    let rebuilt = 0;
    const derivation = { refresh: () => undefined, rebuild: () => (rebuilt += 1) };
    rebuildTables(vault.db, [derivation]);
    expect(compareWithTables(vault.db)).toEqual([]);
    expect(sharedState(vault.db)).toEqual(before);
    expect(rebuilt).toBe(1);
  });
});
