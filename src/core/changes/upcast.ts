import { CHANGE_SCHEMA, type JsonValue } from './model';

type Written = {
  readonly kind: string;
  readonly field: string;
  readonly value: JsonValue;
  readonly schema: number;
};

/** Brings a value of one schema to the next. */
export type Upcaster = (change: Omit<Written, 'schema'>) => JsonValue;

/** By the schema they start from. Schema 1 is the first, so there is none yet. */
const UPCASTERS: Readonly<Record<number, Upcaster>> = {};

/** A value as this version means it. Rows are never rewritten; a value of a later schema passes as it is. */
export function upcast(
  change: Written,
  upcasters: Readonly<Record<number, Upcaster>> = UPCASTERS,
  target: number = CHANGE_SCHEMA,
): JsonValue {
  let { value } = change;
  for (let schema = change.schema; schema < target; schema += 1)
    value = upcasters[schema]?.({ ...change, value }) ?? value;
  return value;
}
