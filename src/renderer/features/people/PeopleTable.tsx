import type { ReactNode } from 'react';
import { Name, useText, type MessageKey } from '#i18n';
import { text, VirtualTable, type Column } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { useFieldWords } from '../forms';
import type { Pages } from '../parts/use-pages';

type Contact = RecordView<'contact'>;

type Props = {
  readonly pages: Pages<Contact>;
  /** Somebody stands beside the list. */
  readonly isNarrow: boolean;
  readonly onOpen: (id: RecordId) => void;
  readonly empty: ReactNode;
};

const FURTHER = ['organisation', 'safeWay', 'safeHours'] as const;

/** The list itself: the margin says what someone is, the line who it is and how to reach them safely. */
export function PeopleTable({ pages, isNarrow, onOpen, empty }: Props) {
  const t = useText();
  const words = useFieldWords();
  const roles = ({ fields }: Contact): string =>
    (fields.roles ?? []).map(({ value }) => words.choice(value, 'contact', 'roles')).join(', ');
  const name: Column<Contact> = {
    id: 'name',
    header: t('people.column.name'),
    track: 'minmax(0, 1.6fr)',
    cell: (contact) => <Name className={text.name}>{contact.label}</Name>,
  };
  const role: Column<Contact> = {
    id: 'roles',
    header: t('people.column.roles'),
    track: 'minmax(0, 1.2fr)',
    cell: (contact) => <span className={text.quiet}>{roles(contact)}</span>,
  };
  const further = FURTHER.map((id): Column<Contact> => {
    const header: MessageKey = `people.column.${id}`;
    return {
      id,
      header: t(header),
      track: 'minmax(0, 1.2fr)',
      isExtra: id === 'safeHours',
      cell: ({ fields }) => <Name className={text.quiet}>{fields[id] ?? ''}</Name>,
    };
  });
  return (
    <VirtualTable
      label={t('people.title')}
      margin={{
        id: 'nature',
        header: t('people.column.nature'),
        track: '',
        cell: ({ fields }) => (fields.nature === 'body' ? t('people.body') : ''),
      }}
      columns={isNarrow ? [name, role] : [name, role, ...further]}
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
