import { proseSchema, type FieldDef } from '#shared/domain/field';
import { RECORD_KINDS } from '#shared/domain/kinds';
import { recordDef } from '#shared/domain/registry';
import { z } from '#shared/domain/zod';

type Part = {
  readonly name: string;
  readonly type: 'text' | 'choice' | 'integer' | 'date' | 'ref';
  readonly isNeeded: boolean;
  readonly of?: readonly string[];
  readonly to?: readonly string[];
};

/** One key of an object, as a form asks for it. */
function shownPart(def: FieldDef, name: string, schema: z.ZodType): Part {
  const isOptional = schema instanceof z.ZodOptional;
  const inner = isOptional ? schema.unwrap() : schema;
  const part = { name, isNeeded: !isOptional };
  const to = def.refs?.[name];
  if (to !== undefined) return { ...part, type: 'ref', to };
  if (def.dates?.includes(name) === true) return { ...part, type: 'date' };
  if (inner instanceof z.ZodEnum) return { ...part, type: 'choice', of: inner.options.map(String) };
  return { ...part, type: inner instanceof z.ZodNumber ? 'integer' : 'text' };
}

const partsOf = (def: FieldDef): readonly Part[] | undefined =>
  def.schema instanceof z.ZodObject
    ? Object.entries(def.schema.shape as Record<string, z.ZodType>).map(([name, schema]) =>
        shownPart(def, name, schema),
      )
    : undefined;

function shownField(def: FieldDef) {
  const parts = def.type === 'object' ? partsOf(def) : undefined;
  return {
    type: def.type,
    isMany: def.many,
    isLong: def.schema === proseSchema,
    level: def.level,
    ...(def.of === undefined ? {} : { of: def.of }),
    ...(def.to === undefined ? {} : { to: def.to === '*' ? ['*'] : def.to }),
    ...(parts === undefined ? {} : { parts }),
  };
}

/** Every kind with its fields, as forms need them. */
export const shownRegistry = () =>
  Object.fromEntries(
    RECORD_KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        Object.entries(recordDef(kind).fields).map(([name, def]) => [name, shownField(def)]),
      ),
    ]),
  );
