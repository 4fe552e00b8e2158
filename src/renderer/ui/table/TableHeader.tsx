import { ArrowDown, ArrowUp } from 'lucide-react';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import type { Column, Sort } from './columns';
import css from './VirtualTable.module.css';

const SORT_SIGNS = { ascending: ArrowUp, descending: ArrowDown } as const;

type CellProps = {
  readonly column: Column<never>;
  readonly sort: Sort | undefined;
  readonly onSort: ((column: string) => void) | undefined;
  readonly className?: string;
};

function HeaderCell({ column, sort, onSort, className }: CellProps) {
  const { id, header, isSortable = false, align, isExtra } = column;
  const direction = sort?.column === id ? sort.direction : undefined;
  const canSort = isSortable && onSort !== undefined;
  return (
    <div
      role="columnheader"
      aria-sort={canSort ? (direction ?? 'none') : undefined}
      className={cx(className, css.cell, align === 'end' && css.end, isExtra && css.extra)}
    >
      {canSort ? (
        <button
          type="button"
          className={css.sort}
          onClick={() => {
            onSort(id);
          }}
        >
          {header}
          {direction && <Icon of={SORT_SIGNS[direction]} size="s" />}
        </button>
      ) : (
        header
      )}
    </div>
  );
}

type Props<Row> = {
  readonly margin: Column<Row>;
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: ((column: string) => void) | undefined;
};

export function TableHeader<Row>({ margin, columns, sort, onSort }: Props<Row>) {
  return (
    <div className={cx(css.row, css.head)} role="rowgroup">
      <div className={css.line} role="row" aria-rowindex={1}>
        <HeaderCell column={margin} sort={sort} onSort={onSort} className={css.margin} />
        <div className={css.text}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
    </div>
  );
}
