import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, EmptyState, FilterChip, ListSheet, SearchField, SheetHead, Split } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { FormPanel, useToday } from '../forms';
import { useKey } from '../parts/use-key';
import { usePages } from '../parts/use-pages';
import { useSought } from '../parts/use-sought';
import { DetaineeFacets } from './DetaineeFacets';
import { DetaineesTable, ORDERS, type OrderColumn } from './DetaineesTable';
import { filterKeys, useFilterNames, type DetaineeFilter } from './filter';

type FilterProps = {
  readonly total: number;
  readonly filter: DetaineeFilter;
  readonly onFilter: (filter: DetaineeFilter) => void;
};

/** How many there are, and the filters in force, each to be taken away. */
function Filters({ total, filter, onFilter }: FilterProps) {
  const nameOf = useFilterNames();
  return (
    <>
      <T id="detainees.count" values={{ count: total }} />{' '}
      {filterKeys(filter).map((key) => (
        <FilterChip
          key={key}
          onRemove={() => {
            onFilter({ ...filter, [key]: undefined });
          }}
        >
          {nameOf(key, filter)}
        </FilterChip>
      ))}
    </>
  );
}

type EmptyProps = {
  readonly isNarrow: boolean;
  readonly onAll: () => void;
  readonly onAdd: () => void;
};

function Empty({ isNarrow, onAll, onAdd }: EmptyProps) {
  if (isNarrow)
    return (
      <EmptyState
        title={<T id="detainees.none" />}
        action={
          <Button onPress={onAll}>
            <T id="detainees.all" />
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={<T id="detainees.empty" />}
      action={
        <Button kind="main" icon={UserPlus} onPress={onAdd}>
          <T id="detainees.add" />
        </Button>
      }
    >
      <T id="detainees.empty.how" />
    </EmptyState>
  );
}

/** What the list is asked for: filter, words and order. */
function useAsked() {
  const sought = useSought();
  const [filter, setFilter] = useState<DetaineeFilter>({});
  const [sort, setSort] = useState<OrderColumn>('name');
  const { words } = sought;
  const asked = {
    ...filter,
    ...(words === undefined ? {} : { text: words }),
    order: ORDERS[sort],
  };
  const isNarrow = words !== undefined || filterKeys(filter).length > 0 || sort !== 'name';
  const clear = (): void => {
    sought.setText('');
    setFilter({});
    setSort('name');
  };
  return { sought, filter, setFilter, sort, setSort, asked, isNarrow, clear };
}

/** Everybody on file: where, how long, under what, the next date, and how fresh that is. */
export function DetaineesScreen() {
  const t = useText();
  const go = useGo();
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const { sought, filter, setFilter, sort, setSort, asked, isNarrow, clear } = useAsked();
  const pages = usePages(['detainees', 'list', asked], (page) =>
    value(rihai.detainees.list({ ...asked, ...page })),
  );
  const add = (): void => {
    setAdding(true);
  };
  useKey('n', add);
  const close = (): void => {
    setAdding(false);
  };
  const open = (id: RecordId): void => {
    go({ to: 'detainee', id });
  };
  return (
    <Split start={<DetaineeFacets filter={filter} onFilter={setFilter} />}>
      <ListSheet
        head={
          <SheetHead
            title={<T id="detainees.title" />}
            note={<Filters total={pages.total} filter={filter} onFilter={setFilter} />}
            actions={
              <>
                <SearchField
                  label={t('detainees.search')}
                  value={sought.text}
                  error={sought.error}
                  onChange={sought.setText}
                />
                <Button kind="main" icon={UserPlus} keys="N" onPress={add}>
                  <T id="detainees.add" />
                </Button>
              </>
            }
          />
        }
      >
        {pages.error === null ? (
          <DetaineesTable
            pages={pages}
            today={today}
            sort={sort}
            onSort={setSort}
            onOpen={open}
            empty={pages.isRead && <Empty isNarrow={isNarrow} onAll={clear} onAdd={add} />}
          />
        ) : (
          <CodedError error={pages.error} />
        )}
      </ListSheet>
      <NewDetainee isOpen={isAdding} onClose={close} onMade={open} />
    </Split>
  );
}

type NewProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMade: (id: RecordId) => void;
};

/** The form of a new detainee: a name is enough. */
export function NewDetainee({ isOpen, onClose, onMade }: NewProps) {
  return (
    <FormPanel
      title={isOpen ? 'detainees.add.title' : undefined}
      onClose={onClose}
      form={{
        kind: 'person',
        defaults: [{ path: 'names/new#1', value: null }],
        onCancel: onClose,
        onSaved: (id) => {
          onClose();
          onMade(id);
        },
      }}
    />
  );
}
