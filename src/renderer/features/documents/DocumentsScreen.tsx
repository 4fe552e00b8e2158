import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { EmptyState, Facets, FilterChip, ListSheet, SearchField, SheetHead, Split } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { usePages } from '../parts/use-pages';
import { AddDocuments } from './AddDocuments';
import { DocumentSide } from './DocumentSide';
import { DocumentsTable } from './DocumentsTable';
import css from './Documents.module.css';
import { useDocumentTypes } from './use-document-types';

type FacetProps = {
  readonly type: string | undefined;
  readonly onType: (type: string | undefined) => void;
};

function TypeFacets({ type, onType }: FacetProps) {
  const t = useText();
  const typeOf = useDocumentTypes();
  const { data } = useQuery({
    queryKey: ['documents', 'facets'],
    queryFn: () => value(rihai.documents.facets()),
  });
  const values = (data?.types ?? []).map(({ value: id, count }) => ({
    id,
    label: typeOf(id),
    count,
  }));
  return (
    <Facets
      groups={values.length === 0 ? [] : [{ id: 'type', label: t('documents.types'), values }]}
      isChosen={(_, id) => id === type}
      onToggle={(_, id) => {
        onType(id === type ? undefined : id);
      }}
    />
  );
}

type HeadProps = FacetProps & {
  readonly count: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onOpen: (id: RecordId) => void;
};

function Head({ count, type, onType, text, onText, onOpen }: HeadProps) {
  const t = useText();
  const typeOf = useDocumentTypes();
  return (
    <SheetHead
      title={<T id="documents.title" />}
      note={
        <>
          <T id="documents.count" values={{ count }} />{' '}
          {type !== undefined && (
            <FilterChip
              onRemove={() => {
                onType(undefined);
              }}
            >
              {typeOf(type)}
            </FilterChip>
          )}
        </>
      }
      actions={<SearchField label={t('documents.search')} value={text} onChange={onText} />}
    >
      <div className={css.drop}>
        <AddDocuments
          about={[]}
          onDone={([first]) => {
            if (first !== undefined) onOpen(first);
          }}
        />
      </div>
    </SheetHead>
  );
}

type Props = { readonly id?: RecordId | undefined };

/** Every document: found by words and type, dropped in, seen without leaving the window. */
export function DocumentsScreen({ id }: Props) {
  const go = useGo();
  const [text, setText] = useState('');
  const [type, setType] = useState<string>();
  const asked = {
    ...(text.trim() === '' ? {} : { text }),
    ...(type === undefined ? {} : { type }),
  };
  const pages = usePages(['documents', 'list', asked], (page) =>
    value(rihai.documents.list({ ...asked, ...page })),
  );
  const open = (one: RecordId): void => {
    go({ to: 'documents', id: one });
  };
  const isNarrow = Object.keys(asked).length > 0;
  const empty = (
    <EmptyState title={<T id={isNarrow ? 'documents.none' : 'documents.empty'} />}>
      {isNarrow ? undefined : <T id="documents.empty.how" />}
    </EmptyState>
  );
  const filter = { type, onType: setType };
  return (
    <Split
      start={<TypeFacets {...filter} />}
      endSize="large"
      end={id === undefined ? undefined : <DocumentSide key={id} id={id} />}
    >
      <ListSheet
        head={<Head {...filter} count={pages.total} text={text} onText={setText} onOpen={open} />}
      >
        {pages.error === null ? (
          <DocumentsTable
            pages={pages}
            isNarrow={id !== undefined}
            onOpen={open}
            empty={pages.isRead && empty}
          />
        ) : (
          <CodedError error={pages.error} />
        )}
      </ListSheet>
    </Split>
  );
}
