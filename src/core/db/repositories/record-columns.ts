import { boundsOf } from '#shared/domain/edtf';
import type { DateValue, FieldDef } from '#shared/domain/field';
import { RECORD_KINDS, type RecordKind } from '#shared/domain/kinds';
import { recordDef } from '#shared/domain/registry';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { JsonValue } from '#core/changes/model';
import type { RecordId } from '#shared/domain/ids';
import type { SqlValue } from '../driver';

type ColumnType = 'TEXT' | 'INTEGER' | 'BLOB';
export type Column = { readonly name: string; readonly type: ColumnType };
/** Values of the single-valued fields of a record, as they are shown. */
export type FieldMap = ReadonlyMap<string, JsonValue>;
export type KindRow = Readonly<Record<string, SqlValue>>;

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Name of a kind's table, `custody_event`. */
export const tableOf = (kind: RecordKind): string => snake(kind);

/** Every table of the current view, but `record` itself. */
export const VIEW_TABLES: readonly string[] = [
  ...RECORD_KINDS.map(tableOf),
  'element',
  'conflict',
  'own_level',
  'reference',
];

const TYPES: Readonly<Record<FieldDef['type'], ColumnType>> = {
  text: 'TEXT',
  choice: 'TEXT',
  flag: 'INTEGER',
  integer: 'INTEGER',
  date: 'TEXT',
  ref: 'BLOB',
  object: 'TEXT',
  json: 'TEXT',
};

type Single = { readonly field: string; readonly column: string; readonly def: FieldDef };

const singles = new Map<RecordKind, readonly Single[]>();

function singlesOf(kind: RecordKind): readonly Single[] {
  const known = singles.get(kind);
  if (known !== undefined) return known;
  const found = Object.entries(recordDef(kind).fields)
    .filter(([, def]) => !def.many)
    .map(([field, def]) => ({ field, column: snake(field), def }));
  singles.set(kind, found);
  return found;
}

/** The columns of a kind's table beside `rec`, in the order of the registry. */
export function columnsOf(kind: RecordKind): readonly Column[] {
  return singlesOf(kind).flatMap(({ column, def }): readonly Column[] => {
    const own: Column = { name: column, type: TYPES[def.type] };
    if (def.type !== 'date') return [own];
    return [own, { name: `${column}_lo`, type: 'TEXT' }, { name: `${column}_hi`, type: 'TEXT' }];
  });
}

function toCells(def: FieldDef, value: JsonValue | undefined): readonly SqlValue[] {
  if (value === undefined) return def.type === 'date' ? [null, null, null] : [null];
  switch (def.type) {
    case 'text':
    case 'choice':
      return [value as string];
    case 'integer':
      return [value as number];
    case 'flag':
      return [value === true ? 1 : 0];
    case 'ref':
      return [idToBytes(value as RecordId)];
    case 'date': {
      const { earliest, latest } = boundsOf((value as unknown as DateValue).edtf);
      return [JSON.stringify(value), earliest ?? null, latest ?? null];
    }
    default:
      return [JSON.stringify(value)];
  }
}

/** Cells of a row of the kind's table, in the order of `columnsOf`. Values must be readable by the registry. */
export const toCellsOf = (kind: RecordKind, fields: FieldMap): readonly SqlValue[] =>
  singlesOf(kind).flatMap(({ field, def }) => toCells(def, fields.get(field)));

function fromCell(def: FieldDef, cell: SqlValue): JsonValue {
  if (cell instanceof Uint8Array) return idFromBytes<RecordId>(cell);
  if (def.type === 'flag') return cell === 1;
  if (def.type === 'date' || def.type === 'object' || def.type === 'json')
    return JSON.parse(cell as string) as JsonValue;
  return cell as JsonValue;
}

/** Values of a row, absent where the cell is null. */
export function fieldsFromRow(kind: RecordKind, row: KindRow | undefined): Map<string, JsonValue> {
  const fields = new Map<string, JsonValue>();
  if (row === undefined) return fields;
  for (const { field, column, def } of singlesOf(kind)) {
    const cell = row[column];
    if (cell !== null && cell !== undefined) fields.set(field, fromCell(def, cell));
  }
  return fields;
}
