import { boundsOf, parseEdtf } from '#shared/domain/edtf';
import type { DateValue, FieldDef } from '#shared/domain/field';
import { recordDef, type RecordView } from '#shared/domain/registry';
import type { Indexed } from './index-text';

/** One text of a record that a user sees. */
export type RecordText = { readonly field: string; readonly text: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDateValue = (value: unknown): value is DateValue =>
  isObject(value) && typeof value['edtf'] === 'string';

/** `14.05.2025 10:30`, `05.2025`, `2025`; both ends of a range. */
function shownPoints(edtf: string): readonly string[] {
  if (parseEdtf(edtf) === undefined) return [];
  const { earliest, latest } = boundsOf(edtf);
  const shown = (bound: string, written: string): string => {
    const precise = written.replace(/[~?%]$/u, '');
    const [day = '', time] = bound.split('T');
    const parts = day.split('-').slice(0, precise.split('T')[0]?.split('-').length);
    return [parts.reverse().join('.'), ...(precise.includes('T') ? [time] : [])].join(' ');
  };
  const [from = '', to = from] = edtf.split('/');
  const points = [
    ...(earliest === undefined ? [] : [shown(earliest, from)]),
    ...(latest === undefined ? [] : [shown(latest, to)]),
  ];
  return [...new Set(points)];
}

/** A date as it is searched: as written, as stored and as `dd.mm.yyyy`. */
const dateTexts = ({ edtf, written }: DateValue): readonly string[] => [
  ...(written === undefined ? [] : [written]),
  ...shownPoints(edtf),
  edtf,
];

/** Words anywhere inside a value of JSON. */
function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (isDateValue(value)) return dateTexts(value);
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap(leaves) : [];
}

/** Keys of objects that hold codes of the program and no words of a user. */
const CODES: ReadonlySet<string> = new Set(['script', 'kind', 'type', 'status']);

function valueTexts(def: FieldDef, value: unknown): readonly string[] {
  if (def.type === 'date') return isDateValue(value) ? dateTexts(value) : [];
  if (def.type === 'object' && isObject(value)) {
    const parts = Object.entries(value).filter(
      ([key]) =>
        !CODES.has(key) &&
        !Object.hasOwn(def.refs ?? {}, key) &&
        (def.search || (def.dates ?? []).includes(key)),
    );
    return parts.flatMap(([, part]) => leaves(part));
  }
  return def.search ? leaves(value) : [];
}

const valuesOf = (def: FieldDef, stored: unknown): readonly unknown[] => {
  if (!def.many) return stored === undefined ? [] : [stored];
  return Array.isArray(stored)
    ? stored.map((element: unknown) => (isObject(element) ? element['value'] : undefined))
    : [];
};

/** Numbers of courts and FIRs that stand in several fields and are typed as one. */
function joined(view: RecordView): readonly RecordText[] {
  const fields = view.fields as Readonly<Record<string, unknown>>;
  const pairs = [
    ['firNumber', 'firYear'],
    ['number', 'year'],
  ] as const;
  return pairs.flatMap(([number, year]) => {
    const [one, other] = [fields[number], fields[year]];
    return typeof one === 'string' && typeof other === 'number'
      ? [{ field: number, text: `${one}/${String(other)}` }]
      : [];
  });
}

/** Every text of a record that search looks into, in the order of its fields; all values of a path in conflict. */
export function recordTexts(view: RecordView): readonly RecordText[] {
  const fields = view.fields as Readonly<Record<string, unknown>>;
  const own = Object.entries(recordDef(view.kind).fields).flatMap(([field, def]) => {
    const rivals = Object.entries(view.conflicts)
      .filter(([path]) => path.split('/')[0] === field)
      .flatMap(([, values]) => values);
    const texts = [...valuesOf(def, fields[field]), ...rivals].flatMap((v) => valueTexts(def, v));
    return [...new Set(texts)].map((text) => ({ field, text }));
  });
  return [...own, ...joined(view)];
}

/** Fields that hold names of people. */
const NAME_FIELDS: ReadonlySet<string> = new Set(['names', 'name', 'complainant', 'judge']);

/** What the index keeps of a record. */
export function indexed(view: RecordView): Indexed {
  const texts = recordTexts(view);
  const names = texts.filter(({ field }) => NAME_FIELDS.has(field)).map(({ text }) => text);
  const isCalledByName = ['person', 'contact', 'accused'].includes(view.kind);
  return {
    kind: view.kind,
    headings: [view.label, ...(isCalledByName ? names : [])],
    names,
    texts: [view.label, ...texts.map(({ text }) => text)],
  };
}
