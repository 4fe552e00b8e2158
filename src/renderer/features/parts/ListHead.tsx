import type { ReactNode } from 'react';
import { FilterChip, SearchField, SheetHead } from '#ui';
import type { Sought } from './use-sought';

export type Filter = { readonly id: string; readonly label: string; readonly onRemove: () => void };

type Props = {
  readonly title: ReactNode;
  /** How many there are. */
  readonly count: ReactNode;
  /** What the list is narrowed to, each to be taken away. */
  readonly filters: readonly Filter[];
  /** What the search is called. */
  readonly search: string;
  readonly sought: Sought;
  /** What adds one more. */
  readonly add?: ReactNode;
  readonly children?: ReactNode;
};

/** The head of a list: its name, how many, what narrows it, the search and what adds to it. */
export function ListHead({ title, count, filters, search, sought, add, children }: Props) {
  return (
    <SheetHead
      title={title}
      note={
        <>
          {count}{' '}
          {filters.map(({ id, label, onRemove }) => (
            <FilterChip key={id} onRemove={onRemove}>
              {label}
            </FilterChip>
          ))}
        </>
      }
      actions={
        <>
          <SearchField
            label={search}
            value={sought.text}
            error={sought.error}
            onChange={sought.setText}
          />
          {add}
        </>
      }
    >
      {children}
    </SheetHead>
  );
}
