import { parseEdtf } from './edtf';
import { isId, type ElementId, type RecordId } from './ids';
import type { RecordKind } from './kinds';
import type { Level } from './levels';
import { z } from './zod';

/** A date as it is kept: EDTF, the zone of the place, and the words as written. */
export type DateValue = {
  readonly edtf: string;
  readonly zone?: string | undefined;
  readonly written?: string | undefined;
};

export type FieldType = 'text' | 'choice' | 'flag' | 'integer' | 'date' | 'ref' | 'object' | 'json';

/** How one field of a record is checked, kept, searched and guarded. */
export type FieldDef<V = unknown, M extends boolean = boolean> = {
  readonly type: FieldType;
  readonly schema: z.ZodType<V>;
  /** Many-valued: each element is a path of its own, `phones/<element id>`. */
  readonly many: M;
  /** The level a value starts with; nothing starts `public`. */
  readonly level: Level;
  /** Its words go to the search index. */
  readonly search: boolean;
  /** Kinds a reference may name; `'*'` is any. */
  readonly to?: readonly RecordKind[] | '*';
  /** For `object`: its keys that hold references, and to what. */
  readonly refs?: Readonly<Record<string, readonly RecordKind[]>>;
  /** For `object`: its keys that hold dates. */
  readonly dates?: readonly string[];
  /** For `choice`: the words allowed, in the order to offer them. */
  readonly of?: readonly string[];
};

export type ElementOf<V> = { readonly id: ElementId; readonly value: V };

export type RecordDef<F extends Readonly<Record<string, FieldDef>>> = {
  readonly kind: RecordKind;
  readonly fields: F;
  /** What the record is called in a list, from its own fields alone; '' where they say nothing. */
  readonly label: (fields: FieldValues<F>) => string;
};

/** Values of a record: absent where nobody said anything. */
export type FieldValues<F extends Readonly<Record<string, FieldDef>>> = {
  readonly [K in keyof F]?: F[K] extends FieldDef<infer V, infer M>
    ? M extends true
      ? readonly ElementOf<V>[]
      : V
    : never;
};

type Options = { readonly level?: Level; readonly search?: boolean };

// Controls and bidi overrides can hide what a line says; joiners and marks of direction stay (Urdu needs them).

export const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const LINE_BREAK = /[\n\r\t]/u;

const clean = (max: number, lines: boolean): z.ZodType<string> =>
  z
    .string()
    .min(1, 'empty')
    .max(max, 'too-long')
    .refine((text) => !HIDDEN.test(text), 'hidden-characters')
    .refine((text) => lines || !LINE_BREAK.test(text), 'line-break');

export const lineSchema: z.ZodType<string> = clean(500, false);
export const proseSchema: z.ZodType<string> = clean(20_000, true);

export const idSchema = z.string().refine(isId, 'not-an-id') as unknown as z.ZodType<RecordId>;

const zoneSchema = z
  .string()
  .regex(/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/u, 'not-a-zone');

export const dateSchema: z.ZodType<DateValue> = z.strictObject({
  edtf: z.string().refine((text) => parseEdtf(text) !== undefined, 'not-a-date'),
  zone: zoneSchema.optional(),
  written: lineSchema.optional(),
});

function field<V>(
  type: FieldType,
  schema: z.ZodType<V>,
  options: Options & Pick<FieldDef, 'to' | 'refs' | 'dates' | 'of'>,
): FieldDef<V, false> {
  const { level = 'team', search = false, ...rest } = options;
  return { type, schema, many: false, level, search, ...rest };
}

/** One line of text, at most 500 characters. */
export const line = (options: Options = {}) => field('text', lineSchema, options);
/** Running text, at most 20,000 characters. */
export const prose = (options: Options = {}) => field('text', proseSchema, options);
export const choice = <const C extends string>(of: readonly C[], options: Options = {}) =>
  field<C>('choice', z.enum(of), { ...options, of });
export const flag = (options: Options = {}) => field('flag', z.boolean(), options);
export const integer = (min: number, max: number, options: Options = {}) =>
  field('integer', z.int().min(min).max(max), options);
export const date = (options: Options = {}) => field('date', dateSchema, options);
export const ref = (to: readonly RecordKind[] | '*', options: Options = {}) =>
  field('ref', idSchema, { ...options, to });
/** Parts that only mean something together; `refs` and `dates` name the keys that are such. */
export const object = <S extends z.ZodRawShape>(
  shape: S,
  options: Options & Pick<FieldDef, 'refs' | 'dates'> = {},
) => field<z.infer<z.ZodObject<S>>>('object', z.strictObject(shape), options);
/** Any JSON value: what a claim says of a field of another record. */
export const json = (options: Options = {}) => field('json', z.json(), options);

export const many = <V>(one: FieldDef<V, false>): FieldDef<V, true> => ({ ...one, many: true });

export const defineRecord = <F extends Readonly<Record<string, FieldDef>>>(
  def: RecordDef<F>,
): RecordDef<F> => def;
