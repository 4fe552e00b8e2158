import type { DateValue, ElementOf, FieldDef } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { fieldDef, recordDef } from '#shared/domain/registry';
import type { CaseFile } from '#core/app/index';

/** How other records are named: by label ('' where the vault does not hold it) and short id. */
export type Naming = {
  readonly label: (id: RecordId) => string;
  readonly short: (id: RecordId) => string;
};

export const namingOf = ({ records, short }: CaseFile): Naming => ({
  label: (id) => records.get(id)?.label ?? '',
  short,
});

/** The field that a path leads into: `names/1` is one of the names. */
export const fieldOf = (path: string): string => path.replace(/\/.*$/u, '');

const isDate = (value: unknown): value is DateValue =>
  typeof value === 'object' && value !== null && 'edtf' in value;

/** A date in the words of its parts: `2025-05-14~ (Asia/Karachi), “Friday night”`. */
function dateText({ edtf, zone, written }: DateValue): string {
  const place = zone === undefined ? '' : ` (${zone})`;
  return `${edtf.replace('T', ' ')}${place}${written === undefined ? '' : `, “${written}”`}`;
}

function refText(id: string, { label, short }: Naming): string {
  const name = label(id as RecordId);
  return name === '' ? id : `${name}  ${short(id as RecordId)}`;
}

/** The part of an object that says the most comes first; the rest follows in brackets. */
const MAIN_PARTS = ['text', 'number', 'what', 'status', 'person'];

function objectText(def: FieldDef | undefined, value: object, naming: Naming): string {
  const parts = Object.entries(value as Readonly<Record<string, unknown>>);
  const words = (part: string, one: unknown): string => {
    if (isDate(one)) return dateText(one);
    return def?.refs?.[part] === undefined ? String(one) : refText(String(one), naming);
  };
  const main = parts.find(([part]) => MAIN_PARTS.includes(part));
  const rest = parts
    .filter((one) => one !== main)
    .map(([part, one]) => (isDate(one) ? `${part} ${words(part, one)}` : words(part, one)));
  if (main === undefined) return rest.join(', ');
  return `${words(...main)}${rest.length === 0 ? '' : `  (${rest.join(', ')})`}`;
}

/** One value of a field (of an element, where it has many) in words. */
export function valueText(def: FieldDef | undefined, value: unknown, naming: Naming): string {
  if (def?.type === 'json') return JSON.stringify(value);
  if (isDate(value)) return dateText(value);
  switch (typeof value) {
    case 'string':
      return def?.type === 'ref' ? refText(value, naming) : value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'object':
      return value === null ? '' : objectText(def, value, naming);
    default:
      return '';
  }
}

/** All fields of a record that hold something, as rows of name and words. */
export function fieldRows(
  kind: RecordKind,
  fields: Readonly<Record<string, unknown>>,
  naming: Naming,
): readonly (readonly [string, string])[] {
  const order = Object.keys(recordDef(kind).fields);
  const given = Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return given.map(([name, value]) => {
    const def = fieldDef(kind, name);
    const words =
      def?.many === true && Array.isArray(value)
        ? (value as readonly ElementOf<unknown>[])
            .map((element) => valueText(def, element.value, naming))
            .join('\n')
        : valueText(def, value, naming);
    return [name, words] as const;
  });
}
