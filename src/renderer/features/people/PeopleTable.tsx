import type { ReactNode } from 'react';
import { Name, useText } from '#i18n';
import { text, VirtualTable, type Column } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { useFieldWords } from '../forms';
import type { Pages } from '../parts/use-pages';
import { initialOf } from './initials';
import css from './People.module.css';

type Contact = RecordView<'contact'>;

type Props = {
  readonly pages: Pages<Contact>;
  /** Somebody stands beside the list. */
  readonly isNarrow: boolean;
  readonly onOpen: (id: RecordId) => void;
  readonly empty: ReactNode;
};

/** The name, and to whom they belong. */
function Who({ contact }: { readonly contact: Contact }) {
  const t = useText();
  const { organisation } = contact.fields;
  return (
    <>
      {contact.label === '' ? (
        <span className={text.quieter}>{t('side.unnamed')}</span>
      ) : (
        <Name className={text.name}>{contact.label}</Name>
      )}
      {organisation !== undefined && (
        <span className={css.under}>
          <Name>{organisation}</Name>
        </span>
      )}
    </>
  );
}

/** How somebody is reached without harm, and when: it is never cut. */
function SafeWay({ contact }: { readonly contact: Contact }) {
  const { safeWay, safeHours } = contact.fields;
  return (
    <>
      <Name>{safeWay ?? ''}</Name>
      {safeHours !== undefined && (
        <span className={css.under}>
          <Name>{safeHours}</Name>
        </span>
      )}
    </>
  );
}

/** The list itself, as an address book: letters in the margin, then who it is and how to reach them safely. */
export function PeopleTable({ pages, isNarrow, onOpen, empty }: Props) {
  const t = useText();
  const words = useFieldWords();
  const roles = ({ fields }: Contact): string =>
    (fields.roles ?? []).map(({ value }) => words.choice(value, 'contact', 'roles')).join(', ');
  const name: Column<Contact> = {
    id: 'name',
    header: t('people.column.name'),
    track: 'minmax(0, 1.6fr)',
    cell: (contact) => <Who contact={contact} />,
  };
  const role: Column<Contact> = {
    id: 'roles',
    header: t('people.column.roles'),
    track: 'minmax(0, 1fr)',
    cell: (contact) => <span className={text.quiet}>{roles(contact)}</span>,
  };
  const safeWay: Column<Contact> = {
    id: 'safeWay',
    header: t('people.column.safeWay'),
    track: 'minmax(0, 1.8fr)',
    cell: (contact) => <SafeWay contact={contact} />,
  };
  const initial = ({ label }: Contact, index: number): string => {
    const letter = initialOf(label);
    const before = index === 0 ? undefined : pages.rowAt(index - 1);
    return before !== undefined && initialOf(before.label) === letter ? '' : letter;
  };
  return (
    <VirtualTable
      label={t('people.title')}
      margin={{
        id: 'initial',
        header: t('people.column.initial'),
        track: '',
        cell: (contact, index) => <span className={text.quieter}>{initial(contact, index)}</span>,
      }}
      columns={isNarrow ? [name, role] : [name, role, safeWay]}
      isWrapped
      rowCount={pages.total}
      rowAt={pages.rowAt}
      onRange={pages.onRange}
      nameOf={({ label }) => label}
      onOpen={({ id }) => {
        onOpen(id);
      }}
      empty={empty}
    />
  );
}
