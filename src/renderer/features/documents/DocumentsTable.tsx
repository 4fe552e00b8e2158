import type { ReactNode } from 'react';
import { Name, useDays, useText } from '#i18n';
import { text, VirtualTable, type Column } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { edtfOf, useToday } from '../forms';
import type { Pages } from '../parts/use-pages';
import { useBytes } from '../parts/use-bytes';
import { useDocumentTypes } from './use-document-types';

type Document = RecordView<'document'>;

/** Shown without its weekday: the margin is narrow. */
const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/u;

type Props = {
  readonly pages: Pages<Document>;
  /** A document stands beside the list. */
  readonly isNarrow: boolean;
  readonly onOpen: (id: RecordId) => void;
  readonly empty: ReactNode;
};

/** The list itself. */
export function DocumentsTable({ pages, isNarrow, onOpen, empty }: Props) {
  const t = useText();
  const days = useDays(useToday());
  const typeOf = useDocumentTypes();
  const bytes = useBytes();
  const title: Column<Document> = {
    id: 'title',
    header: t('documents.column.title'),
    track: 'minmax(0, 2.4fr)',
    cell: ({ label }) => <Name className={text.name}>{label}</Name>,
  };
  const type: Column<Document> = {
    id: 'type',
    header: t('documents.column.type'),
    track: 'minmax(0, 1.2fr)',
    cell: ({ fields }) => <span className={text.quiet}>{fields.type && typeOf(fields.type)}</span>,
  };
  const further: readonly Column<Document>[] = [
    {
      id: 'received',
      header: t('documents.column.received'),
      track: 'minmax(0, 1.2fr)',
      isExtra: true,
      cell: ({ fields }) => <Name className={text.quiet}>{fields.receivedFrom ?? ''}</Name>,
    },
    {
      id: 'size',
      header: t('documents.column.size'),
      track: '5rem',
      align: 'end',
      isExtra: true,
      cell: ({ fields }) => <span className={text.quieter}>{bytes(fields.sizeBytes)}</span>,
    },
  ];
  return (
    <VirtualTable
      label={t('documents.title')}
      margin={{
        id: 'on',
        header: t('documents.column.on'),
        track: '',
        cell: ({ fields }) => {
          const on = edtfOf(fields.on);
          if (WHOLE_DAY.test(on)) return days.short(on);
          return <span className={text.small}>{days.words(on)}</span>;
        },
      }}
      isWrapped
      columns={isNarrow ? [title, type] : [title, type, ...further]}
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
