import { describe, expect, it } from 'vitest';
import type { FieldDef, FieldType } from '#shared/domain/field';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import { recordDef } from '#shared/domain/registry';
import { memoryVault } from '#tests/fixtures/memory-vault';
import type { JsonValue } from './model';
import { validateEdits } from './validate';

const vault = memoryVault();

/** What nobody may get past a field of a type, whatever the field is called. */
const BAD: Readonly<Record<FieldType, readonly JsonValue[]>> = {
  text: [
    '',
    'x'.repeat(20_001),
    'a\u0000b',
    'a\u001bb',
    'a\u202eb',
    'a\u2066b',
    'half \ud800 a letter',
    7,
    {},
  ],
  choice: ['', 'no such word', 'toString', 'a\u202eb', 1, true],
  flag: ['yes', 1, 'true', {}],
  integer: [1.5, '7', -1e15, 2 ** 60, 'x'.repeat(10_000), {}],
  date: [
    '2026-02-03',
    { edtf: '31.2.2026' },
    { edtf: '2026-02-31' },
    { edtf: '2027-02-29' },
    { edtf: '2026-99-99' },
    { edtf: '2026-05-14/2026-05-01' },
    { edtf: '2026-05-14T24:61' },
    { edtf: '2026-05-14\u202e' },
    { edtf: '2026-05-14', zone: 'x'.repeat(10_000) },
    { edtf: '2026-05-14', written: 'a\u0000b' },
  ],
  ref: ['', 'not an id', '1', 7, { id: 'x' }],
  object: ['x', 7, [], { 'no such part': 'x' }],
  json: ['half \ud800 a letter'],
};

const faultsOf = (kind: RecordKind, name: string, def: FieldDef, value: JsonValue) =>
  validateEdits(vault.db, [
    {
      record: vault.newRecord(),
      kind,
      path: def.many ? `${name}/${vault.newElement()}` : name,
      value,
    },
  ]);

const FIELDS = RECORD_KINDS.flatMap((kind) =>
  Object.entries(recordDef(kind).fields).map(([name, def]) => ({ kind, name, def })),
);

describe('every field of every kind', () => {
  it.each(FIELDS)('$kind $name refuses what is none of its values', ({ kind, name, def }) => {
    for (const value of BAD[def.type]) {
      const faults = faultsOf(kind, name, def, value);
      expect(faults, JSON.stringify(value).slice(0, 60)).toHaveLength(1);
      expect(faults[0]?.error.code).toMatch(/^input\/(?:field|date|reference)$/u);
    }
  });
});
