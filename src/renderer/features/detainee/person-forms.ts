import type { ComponentProps } from 'react';
import type { MessageKey } from '#i18n';
import type { Option } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { FieldWords, FormPanel, Value } from '../forms';
import { labelIn, type PersonPage } from './model';

/** A form over the page of a detainee: a new record of theirs, or one edited in place. */
export type PersonForm = {
  readonly title: MessageKey;
  readonly kind: RecordKind;
  readonly id?: RecordId;
  /** Values of a new one besides the person. */
  readonly defaults?: readonly Value[];
  readonly without?: readonly string[];
  readonly needed?: readonly string[];
  readonly fields?: readonly string[];
};

export type OnForm = (form: PersonForm) => void;

/** Ties a contact to the person. */
export const linkForm = (person: RecordId): PersonForm => ({
  title: 'detainee.add.link',
  kind: 'link',
  fields: ['from', 'role', 'since', 'until', 'note'],
  without: ['to'],
  needed: ['from'],
  defaults: [{ path: 'to', value: person }],
});

/** Kinds that name their person themselves. */
const OF_PERSON: readonly RecordKind[] = ['hold', 'placement', 'custodyEvent', 'task', 'accused'];

type Named = { readonly id: RecordId; readonly label: string };

const option = ({ id, label }: Named): Option => ({ id, label });

/** What the references of the forms are likely to name. */
function offersOf(page: PersonPage, words: FieldWords) {
  const orders = page.orders.map(({ id, label }) => ({ id, label: words.choice(label) }));
  return {
    case: page.cases.map(({ record }) => option(record)),
    order: orders,
    liftedBy: orders,
    hold: page.holds.map(({ record }) => ({
      id: record.id,
      label: words.choice(record.label, 'hold', 'type'),
      ...(record.fields.from && { note: record.fields.from.edtf }),
    })),
    document: page.documents.map(option),
    accused: page.cases.map(({ record, accused }) => ({
      id: accused.id,
      label: record.label === '' ? labelIn(page, accused.fields.case) : record.label,
    })),
    assignee: page.contacts.map(({ contact }) => option(contact)),
    from: page.contacts.map(({ contact }) => option(contact)),
    to: [option(page.record)],
  };
}

/** The props of the RecordForm behind a form of the page. */
export function formOf(
  form: PersonForm,
  page: PersonPage,
  words: FieldWords,
  onClose: () => void,
): ComponentProps<typeof FormPanel>['form'] {
  const { kind, id, defaults = [], without = [], needed = [], fields } = form;
  const offers = offersOf(page, words);
  const isOwn = OF_PERSON.includes(kind);
  const unasked = [...without, ...(isOwn ? ['person'] : [])];
  const asked = fields === undefined ? {} : { fields };
  if (id !== undefined) return { kind, id, offers, without: unasked, onTrashed: onClose, ...asked };
  return {
    kind,
    offers,
    without: unasked,
    needed,
    ...asked,
    owner: page.record.id,
    defaults: [...(isOwn ? [{ path: 'person', value: page.record.id }] : []), ...defaults],
    onSaved: onClose,
    onCancel: onClose,
  };
}
