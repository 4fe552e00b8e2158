import { useQuery } from '@tanstack/react-query';
import { T, useText } from '#i18n';
import { EmptyState, type FacetValue } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { ListAndSide } from '../parts/ListAndSide';
import { ListHead } from '../parts/ListHead';
import { OneFacet } from '../parts/OneFacet';
import { useNarrowed } from '../parts/use-narrowed';
import { AddDocuments } from './AddDocuments';
import css from './Documents.module.css';
import { DocumentSide } from './DocumentSide';
import { DocumentsTable } from './DocumentsTable';
import { useDocumentTypes } from './use-document-types';

/** Types of the documents on file, with how many; undefined until they are counted. */
function useTypes(): readonly FacetValue[] | undefined {
  const typeOf = useDocumentTypes();
  const { data } = useQuery({
    queryKey: ['documents', 'facets'],
    queryFn: () => value(rihai.documents.facets()),
  });
  return data?.types.map(({ value: id, count }) => ({ id, label: typeOf(id), count }));
}

function Empty({ isNarrow }: { readonly isNarrow: boolean }) {
  if (isNarrow) return <EmptyState title={<T id="documents.none" />} />;
  return (
    <EmptyState title={<T id="documents.empty" />}>
      <T id="documents.empty.how" />
    </EmptyState>
  );
}

type Props = { readonly id?: RecordId | undefined };

/** Every document: found by words and type, dropped in, seen without leaving the window. */
export function DocumentsScreen({ id }: Props) {
  const t = useText();
  const go = useGo();
  const typeOf = useDocumentTypes();
  const types = useTypes();
  const { pages, sought, chosen, choose, isNarrow, filters } = useNarrowed(
    'documents',
    'type',
    (asked) => value(rihai.documents.list(asked)),
  );
  const open = (one: RecordId | undefined): void => {
    if (one !== undefined) go({ to: 'documents', id: one });
  };
  const head = (
    <ListHead
      title={<T id="documents.title" />}
      count={<T id="documents.count" values={{ count: pages.total }} />}
      filters={filters(typeOf)}
      search={t('documents.search')}
      sought={sought}
    >
      <div className={css.drop}>
        <AddDocuments
          about={[]}
          onDone={([first]) => {
            open(first);
          }}
        />
      </div>
    </ListHead>
  );
  return (
    <ListAndSide
      facet={
        <OneFacet label={t('documents.types')} values={types} chosen={chosen} onChoose={choose} />
      }
      head={head}
      error={pages.error}
      side={id === undefined ? undefined : <DocumentSide key={id} id={id} />}
    >
      <DocumentsTable
        pages={pages}
        isNarrow={id !== undefined}
        onOpen={open}
        empty={pages.isRead && <Empty isNarrow={isNarrow} />}
      />
    </ListAndSide>
  );
}
