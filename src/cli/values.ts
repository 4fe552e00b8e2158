import type { DateValue, ElementOf, FieldDef } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { fieldDef, recordDef } from '#shared/domain/registry';

/** Gives a record's label for its id; '' where the vault does not hold it. */
export type LabelOf = (id: RecordId) => string;

const isDate = (value: unknown): value is DateValue =>
  typeof value === 'object' && value !== null && 'edtf' in value;

/** A date in the words of its parts: `2025-05-14~ (Asia/Karachi), “Friday night”`. */
function dateText({ edtf, zone, written }: DateValue): string {
  const place = zone === undefined ? '' : ` (${zone})`;
  return `${edtf.replace('T', ' ')}${place}${written === undefined ? '' : `, “${written}”`}`;
}

function refText(id: string, labelOf: LabelOf): string {
  const label = labelOf(id as RecordId);
  return label === '' ? id : `${label}  ${id}`;
}

/** The part of an object that says the most comes first; the rest follows in brackets. */
const MAIN_PARTS = ['text', 'number', 'what', 'status', 'person'];

function objectText(def: FieldDef | undefined, value: object, labelOf: LabelOf): string {
  const parts = Object.entries(value as Readonly<Record<string, unknown>>);
  const words = (part: string, one: unknown): string => {
    if (isDate(one)) return dateText(one);
    return def?.refs?.[part] === undefined ? String(one) : refText(String(one), labelOf);
  };
  const main = parts.find(([part]) => MAIN_PARTS.includes(part));
  const rest = parts
    .filter((one) => one !== main)
    .map(([part, one]) => (isDate(one) ? `${part} ${words(part, one)}` : words(part, one)));
  if (main === undefined) return rest.join(', ');
  return `${words(...main)}${rest.length === 0 ? '' : `  (${rest.join(', ')})`}`;
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
  kind: RecordKind,
  fields: Readonly<Record<string, unknown>>,
  labelOf: LabelOf,
): readonly (readonly [string, string])[] {
  const order = Object.keys(recordDef(kind).fields);
  const given = Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return given.map(([name, value]) => {
    const def = fieldDef(kind, name);
    const words =
      def?.many === true && Array.isArray(value)
        ? (value as readonly ElementOf<unknown>[])
            .map((element) => valueText(def, element.value, labelOf))
            .join('\n')
        : valueText(def, value, labelOf);
    return [name, words] as const;
  });
}
