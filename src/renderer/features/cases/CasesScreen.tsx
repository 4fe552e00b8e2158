import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, EmptyState, ListSheet, Split } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { useToday } from '../forms';
import { ListHead } from '../parts/ListHead';
import { usePages } from '../parts/use-pages';
import { useSought } from '../parts/use-sought';
import { CaseFacets } from './CaseFacets';
import { CasesTable } from './CasesTable';
import { ALL, isNarrowed, type CaseFilter } from './filter';
import { NewCase } from './NewCase';
import { useFilters } from './use-filters';

function AddButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button kind="main" icon={FolderPlus} onPress={onPress}>
      <T id="cases.add" />
    </Button>
  );
}

type EmptyProps = {
  readonly isNarrow: boolean;
  readonly onAll: () => void;
  readonly onAdd: () => void;
};

function Empty({ isNarrow, onAll, onAdd }: EmptyProps) {
  if (!isNarrow)
    return (
      <EmptyState title={<T id="cases.empty" />} action={<AddButton onPress={onAdd} />}>
        <T id="cases.empty.how" />
      </EmptyState>
    );
  return (
    <EmptyState
      title={<T id="cases.none" />}
      action={
        <Button onPress={onAll}>
          <T id="cases.all" />
        </Button>
      }
    />
  );
}

/** Every case: narrowed by facets and words, each with its next date or the want of one. */
export function CasesScreen() {
  const t = useText();
  const go = useGo();
  const today = useToday();
  const sought = useSought();
  const [filter, setFilter] = useState<CaseFilter>(ALL);
  const filters = useFilters(filter, setFilter);
  const [isAdding, setAdding] = useState(false);
  const asked = { ...filter, ...(sought.words === undefined ? {} : { text: sought.words }) };
  const pages = usePages(['cases', 'list', asked], (page) =>
    value(rihai.cases.list({ ...asked, ...page })),
  );
  const add = (): void => {
    setAdding(true);
  };
  const showAll = (): void => {
    setFilter(ALL);
    sought.setText('');
  };
  const open = (id: RecordId): void => {
    go({ to: 'case', id });
  };
  const head = (
    <ListHead
      title={<T id="cases.title" />}
      count={<T id="cases.count" values={{ count: pages.total }} />}
      filters={filters}
      search={t('cases.search')}
      sought={sought}
      add={<AddButton onPress={add} />}
    />
  );
  return (
    <Split start={<CaseFacets filter={filter} onFilter={setFilter} />}>
      <ListSheet head={head}>
        {pages.error === null ? (
          <CasesTable
            pages={pages}
            today={today}
            onOpen={open}
            empty={
              pages.isRead && <Empty isNarrow={isNarrowed(asked)} onAll={showAll} onAdd={add} />
            }
          />
        ) : (
          <CodedError error={pages.error} />
        )}
      </ListSheet>
      <NewCase
        isOpen={isAdding}
        onClose={() => {
          setAdding(false);
        }}
        onMade={open}
      />
    </Split>
  );
}
