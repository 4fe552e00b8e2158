import type { DateValue, ElementOf, FieldDef } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import { fieldDef } from '#shared/domain/registry';

/** Gives a record's label for its id; '' where the vault does not hold it. */
export type LabelOf = (id: RecordId) => string;

const isDate = (value: unknown): value is DateValue =>
  typeof value === 'object' && value !== null && 'edtf' in value;

/** A date in the words of its parts: `2025-05-14~ (Asia/Karachi), “Friday night”`. */
export function dateText({ edtf, zone, written }: DateValue): string {
  const place = zone === undefined ? '' : ` (${zone})`;
  return `${edtf.replace('T', ' ')}${place}${written === undefined ? '' : `, “${written}”`}`;
}

function refText(id: string, labelOf: LabelOf): string {
  const label = labelOf(id as RecordId);
  return label === '' ? id : `${label}  ${id}`;
}

function objectText(def: FieldDef | undefined, value: object, labelOf: LabelOf): string {
  return Object.entries(value as Readonly<Record<string, unknown>>)
    .map(([part, one]) => {
      if (isDate(one)) return `${part} ${dateText(one)}`;
      if (def?.refs?.[part] !== undefined) return refText(String(one), labelOf);
      return part === 'text' || part === 'number' || part === 'what' || part === 'status'
        ? String(one)
        : `${part} ${String(one)}`;
    })
    .join(', ');
}

/** One value of a field (of an element, where it has many) in words. */
export function valueText(def: FieldDef | undefined, value: unknown, labelOf: LabelOf): string {
  if (def?.type === 'json') return JSON.stringify(value);
  if (isDate(value)) return dateText(value);
  switch (typeof value) {
    case 'string':
      return def?.type === 'ref' ? refText(value, labelOf) : value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'object':
      return value === null ? '' : objectText(def, value, labelOf);
    default:
      return '';
  }
}

/** All fields of a record that hold something, as rows of name and words. */
export function fieldRows(
  kind: string,
  fields: Readonly<Record<string, unknown>>,
  labelOf: LabelOf,
): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, value]) => {
    const def = isKnown(kind, name);
    const words =
      def?.many === true && Array.isArray(value)
        ? (value as readonly ElementOf<unknown>[])
            .map((element) => valueText(def, element.value, labelOf))
            .join('\n')
        : valueText(def, value, labelOf);
    return [name, words] as const;
  });
}

const isKnown = (kind: string, name: string): FieldDef | undefined =>
  fieldDef(kind as Parameters<typeof fieldDef>[0], name);
