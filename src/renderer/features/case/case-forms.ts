import type { ComponentProps } from 'react';
import type { MessageKey } from '#i18n';
import type { Option } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { FormPanel, RecordForm, Value } from '../forms';
import { accusedName, type CasePage } from './model';

/** A form over the case: a new record of it, or one edited in place. */
export type CaseForm = {
  readonly title: MessageKey;
  readonly kind: RecordKind;
  readonly id?: RecordId;
  /** Values of a new one besides the case it belongs to. */
  readonly defaults?: readonly Value[];
};

/** Kinds that name their case themselves. */
const OF_CASE: readonly RecordKind[] = ['proceeding', 'accused', 'charge', 'order', 'task'];

export const NEW: Readonly<
  Record<'hearing' | 'proceeding' | 'accused' | 'charge' | 'order' | 'task', MessageKey>
> = {
  hearing: 'case.add.hearing',
  proceeding: 'case.add.proceeding',
  accused: 'case.add.accused',
  charge: 'case.add.charge',
  order: 'case.add.order',
  task: 'case.add.task',
};

const options = (records: readonly { readonly id: string; readonly label: string }[]): Option[] =>
  records.map(({ id, label }) => ({ id, label }));

/** What the references of the case's forms are likely to name. */
function offersOf(page: CasePage) {
  const accused = page.accused.map((one) => ({
    id: one.record.id,
    label: accusedName(page, one),
  }));
  const people = page.accused.flatMap((one) => {
    const { person } = one.record.fields;
    return person === undefined ? [] : [{ id: person, label: accusedName(page, one) }];
  });
  const contacts = page.contacts.map(({ contact }) => contact);
  return {
    proceeding: page.proceedings.map(({ record, court }) => ({
      id: record.id,
      label: record.label,
      note: court,
    })),
    accused,
    person: options(people),
    goes: options(contacts),
    assignee: options(contacts),
    document: options(page.documents),
    case: [{ id: page.record.id, label: page.record.label }],
  };
}

/** The props of the RecordForm behind a form of the case. */
export function formOf(
  { kind, id, defaults = [] }: CaseForm,
  page: CasePage,
  onClose: () => void,
): ComponentProps<typeof FormPanel>['form'] {
  const offers = offersOf(page);
  if (id !== undefined) return { kind, id, offers };
  const own: readonly Value[] = OF_CASE.includes(kind)
    ? [{ path: 'case', value: page.record.id }]
    : [];
  const made: ComponentProps<typeof RecordForm> = {
    kind,
    offers,
    owner: page.record.id,
    defaults: [...own, ...defaults],
    without: OF_CASE.includes(kind) ? ['case'] : [],
    onSaved: onClose,
    onCancel: onClose,
  };
  return made;
}
