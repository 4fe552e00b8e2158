import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS } from '#shared/domain/kinds';
import { recordDef } from '#shared/domain/registry';
import { importJsonSchema } from '#core/import/index';

const FILE = 'docs/import.schema.json';
const RESERVED = ['kind', 'id', 'level', 'levels'];

describe('the JSON Schema of imports', () => {
  it('says in docs what the registry of records says', async () => {
    // After a change of the registry: npx vitest run --project contract -u
    await expect(`${JSON.stringify(importJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      `../../${FILE}`,
    );
  });

  it('has every kind and every field that an import may set', () => {
    const schema = JSON.parse(readFileSync(FILE, 'utf8')) as {
      $defs: Record<string, { properties: object }>;
    };
    for (const kind of RECORD_KINDS) {
      const expected = Object.keys(recordDef(kind).fields).filter(
        (name) => kind !== 'document' || !['blob', 'sha256', 'sizeBytes'].includes(name),
      );
      expect(Object.keys(schema.$defs[kind]!.properties)).toEqual([...RESERVED, ...expected]);
    }
  });

  it('can tell a record’s own keys from its fields, and an element’s id from its parts', () => {
    for (const kind of RECORD_KINDS) {
      for (const [name, def] of Object.entries(recordDef(kind).fields)) {
        expect(RESERVED).not.toContain(name);
        if (def.type !== 'object') continue;
        const named = { id: 'p1', value: 'x' };
        expect(def.schema.safeParse(named).success).toBe(false);
      }
    }
  });
});
