import type { FieldDef } from '#shared/domain/field';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import { LEVELS } from '#shared/domain/levels';
import { recordDef } from '#shared/domain/registry';
import { z } from '#shared/domain/zod';
import { SET_BY_ATTACH } from './record';

type Schema = Readonly<Record<string, unknown>>;

const point = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const kindsOf = (to: readonly RecordKind[] | '*' | undefined): string =>
  to === undefined || to === '*' ? 'a record of any kind' : to.join(' or ');

const refSchema = (to: readonly RecordKind[] | '*' | undefined): Schema => ({
  ...point('idOrKey'),
  description: `Names ${kindsOf(to)}.`,
});

function plain(schema: z.ZodType): Schema {
  const whole = z.toJSONSchema(schema, { io: 'input' });
  return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== '$schema'));
}

function objectSchema(def: FieldDef): Schema {
  const schema = plain(def.schema);
  const properties = schema['properties'] as Record<string, Schema>;
  const parts = Object.entries(properties).map(([part, own]): [string, Schema] => {
    if (def.dates?.includes(part) === true) return [part, point('date')];
    const to = def.refs?.[part];
    return [part, to === undefined ? own : refSchema(to)];
  });
  return { ...schema, properties: Object.fromEntries(parts) };
}

function valueSchema(def: FieldDef): Schema {
  switch (def.type) {
    case 'date':
      return point('date');
    case 'ref':
      return refSchema(def.to);
    case 'object':
      return objectSchema(def);
    case 'json':
      return { description: 'Any JSON value.' };
    default:
      return plain(def.schema);
  }
}

function fieldSchema(def: FieldDef): Schema {
  const one = valueSchema(def);
  const description = `Starts ${def.level}.`;
  if (!def.many) return { description, anyOf: [one, { type: 'null' }] };
  const named = {
    type: 'object',
    properties: { id: point('idOrKey'), value: { anyOf: [one, { type: 'null' }] } },
    required: ['id', 'value'],
    additionalProperties: false,
  };
  return { description, type: 'array', maxItems: 1000, items: { anyOf: [one, named] } };
}

function recordSchema(kind: RecordKind): Schema {
  const fields = Object.entries(recordDef(kind).fields).filter(
    ([name]) => kind !== 'document' || !SET_BY_ATTACH.has(name),
  );
  return {
    type: 'object',
    properties: {
      kind: { const: kind },
      id: point('idOrKey'),
      level: point('level'),
      levels: {
        type: 'object',
        propertyNames: { enum: fields.map(([name]) => name) },
        additionalProperties: point('level'),
      },
      ...Object.fromEntries(fields.map(([name, def]) => [name, fieldSchema(def)])),
    },
    required: ['kind', 'id'],
    additionalProperties: false,
  };
}

/** The JSON Schema of one line of an import file, made from the registry of records. */
export function importJsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'One line of a Rihai import file (JSON Lines)',
    description:
      'Made from the code; do not edit. docs/import.md says what the schema cannot: references, dates, update and repetition.',
    oneOf: RECORD_KINDS.map((kind) => point(kind)),
    $defs: {
      idOrKey: {
        description:
          'A lower-case UUID, or a key of your own that means a record of the same file.',
        type: 'string',
        pattern: '^[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._:-]{0,63}$',
      },
      level: { enum: [...LEVELS] },
      date: {
        anyOf: [
          {
            type: 'string',
            description: 'EDTF: 2025, 2025-05, 2025-05-14, 2025-05-14T10:30, a/b, ~ ? %',
          },
          {
            type: 'object',
            properties: {
              edtf: { type: 'string' },
              zone: { type: 'string', description: 'Time zone of the place, Asia/Karachi' },
              written: { type: 'string', description: 'The words of the paper', maxLength: 500 },
            },
            required: ['edtf'],
            additionalProperties: false,
          },
        ],
      },
      ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind, recordSchema(kind)])),
    },
  };
}
