import { fieldDef, type RecordView } from '#shared/domain/registry';
import type { DateValue } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { Context } from './context';
import { dateText, joined, nameOf, orBlank } from './context';

type OpenValue = { readonly value: string; readonly says: string; readonly isUsed: boolean };
export type OpenQuestion = {
  readonly fact: string;
  readonly values: readonly OpenValue[];
  /** One of the values was preferred, with a reason. */
  readonly isSettled: boolean;
};

const rootOf = (path: string): string => path.split('/')[0] ?? path;

const isDate = (value: unknown): value is DateValue =>
  typeof value === 'object' && value !== null && typeof (value as DateValue).edtf === 'string';

/** The words a choice prints as; undefined where there are none for it. */
function choiceText(
  context: Context,
  view: RecordView,
  field: string,
  value: string,
): string | undefined {
  const { words } = context;
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'hold type': words.holdType,
    'placement type': words.placementType,
    'custodyEvent type': words.eventType,
    'order type': words.orderType,
    'case regime': words.regime,
    'case stage': words.stage,
    'case status': words.caseStatus,
    'hearing status': words.hearingStatus,
    'hearing adjournReason': words.adjournReason,
    'hearing adjournedBy': words.adjournedBy,
    'appearance produced': words.produced,
    'person sex': words.sex,
    'accused plea': words.plea,
  };
  return tables[`${view.kind} ${field}`]?.[value];
}

function objectText(context: Context, value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .filter(([key, item]) => item !== undefined && key !== 'script' && key !== 'kind')
    .map(([, item]) => (isDate(item) ? orBlank(dateText(context, item)) : String(item)))
    .join(', ');
}

/** A value of a field as the paper would print it elsewhere. */
function valueText(context: Context, view: RecordView, path: string, value: unknown): string {
  const field = rootOf(path);
  if (value === undefined || value === null) return orBlank(undefined);
  if (isDate(value)) return orBlank(dateText(context, value));
  if (typeof value === 'boolean') return value ? context.words.yes : context.words.no;
  if (typeof value === 'string') {
    if (fieldDef(view.kind, field)?.type === 'ref')
      return orBlank(context.reader.get(value as RecordId)?.label);
    return choiceText(context, view, field, value) ?? value;
  }
  if (typeof value === 'number') return String(value);
  return objectText(context, value as Readonly<Record<string, unknown>>);
}

function factText(context: Context, view: RecordView, path: string): string {
  const { words } = context;
  const field = rootOf(path);
  const type = (view.fields as Readonly<Record<string, unknown>>)['type'];
  const own =
    typeof type === 'string' ? (choiceText(context, view, 'type', type) ?? view.label) : view.label;
  const person = (view.fields as { readonly person?: RecordId }).person;
  const whose = person === undefined ? undefined : nameOf(context, person);
  const what = joined([words.kinds[view.kind], own === whose ? undefined : own], ' ');
  return joined([whose, what, words.field(field)], ': ') ?? '';
}

function conflicts(context: Context, view: RecordView): OpenQuestion[] {
  const { open } = context.say;
  return Object.entries(view.conflicts).map(([path, values]) => ({
    fact: factText(context, view, path),
    isSettled: false,
    values: values.map((value, index) => ({
      value: valueText(context, view, path, value),
      says: index === 0 ? `${open.conflict}; ${open.used}` : open.conflict,
      isUsed: index === 0,
    })),
  }));
}

type Claim = RecordView<'claim'>;

function claimText(context: Context, view: RecordView, claim: Claim): OpenValue {
  const { words, say, reader } = context;
  const { fields } = claim;
  const document = reader.getOf('document', fields.document)?.label;
  const [asOf, confirmed] = [dateText(context, fields.asOf), dateText(context, fields.confirmedOn)];
  const says = joined(
    [
      joined([document, fields.page === undefined ? undefined : say.open.page(fields.page)]),
      fields.reliability && words.reliability[fields.reliability],
      fields.certainty && words.certainty[fields.certainty],
      asOf === undefined ? undefined : say.open.asOf(asOf),
      confirmed === undefined ? undefined : say.open.confirmed(confirmed),
      fields.preferred === true ? say.open.preferred(orBlank(fields.preferredReason)) : undefined,
    ],
    '; ',
  );
  return {
    value: valueText(context, view, fields.field ?? '', fields.value),
    says: orBlank(says),
    isUsed: fields.preferred === true,
  };
}

/** The value of a field or of one element of it, as the paper uses it. */
function shownValue(view: RecordView, path: string): unknown {
  const [field = '', element] = path.split('/');
  const value = (view.fields as Readonly<Record<string, unknown>>)[field];
  if (element === undefined || !Array.isArray(value)) return value;
  return (value as readonly { id: string; value: unknown }[]).find((one) => one.id === element)
    ?.value;
}

function claims(context: Context, view: RecordView): OpenQuestion[] {
  const byPath = new Map<string, Claim[]>();
  for (const claim of context.reader.referring('claim', 'about', view.id)) {
    const path = claim.fields.field ?? '';
    byPath.set(path, [...(byPath.get(path) ?? []), claim]);
  }
  return [...byPath].flatMap(([path, list]) => {
    const values = list.map((claim) => claimText(context, view, claim));
    const shown = valueText(context, view, path, shownValue(view, path));
    const marked = values.map((one) => ({ ...one, isUsed: one.isUsed || one.value === shown }));
    const isRival = new Set([shown, ...values.map((one) => one.value)]).size > 1;
    if (!isRival) return [];
    const own = marked.some((one) => one.isUsed)
      ? []
      : [{ value: shown, says: context.say.open.used, isUsed: true }];
    return [
      {
        fact: factText(context, view, path),
        isSettled: list.some((claim) => claim.fields.preferred === true),
        values: [...own, ...marked.toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed))],
      },
    ];
  });
}

/**
 * Facts of which the file holds more than one value: rival claims and versions
 * that disagree, over every record the paper has read. Nothing is decided here.
 */
export function gatherOpenQuestions(
  context: Context,
  seen: readonly RecordView[],
): readonly OpenQuestion[] {
  return seen
    .filter((view) => view.kind !== 'claim')
    .flatMap((view) => [...conflicts(context, view), ...claims(context, view)]);
}
