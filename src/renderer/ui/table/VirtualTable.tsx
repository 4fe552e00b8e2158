import { useId, useRef, type CSSProperties } from 'react';
import { cx } from '../cx';
import { tracksOf, type VirtualTableProps } from './columns';
import { TableHeader } from './TableHeader';
import { isShown } from './shown';
import { TableRow } from './TableRow';
import { useRowKeys } from './use-row-keys';
import { useVirtualRows } from './use-virtual-rows';
import css from './VirtualTable.module.css';

/** What of a table its row at `index` shows. */
function rowOf<Row>(table: VirtualTableProps<Row>, index: number) {
  const { margin, columns, onChoose } = table;
  const row = table.rowAt(index);
  return {
    margin,
    columns,
    index,
    row,
    group: table.groupAt?.(index),
    isChosen:
      onChoose === undefined || row === undefined ? undefined : (table.isChosen?.(row) ?? false),
    name: row === undefined ? '' : table.nameOf(row),
    onChoose: (): void => {
      if (row !== undefined) onChoose?.(row, index);
    },
  };
}

function open<Row>({ rowAt, onOpen }: VirtualTableProps<Row>, index: number): void {
  const row = rowAt(index);
  if (row !== undefined) onOpen(row, index);
}

/**
 * A list of any length. One stop for Tab; arrows, Home, End and Page keys go along,
 * Enter opens, Space chooses. Only the head and the rows seen are in the page.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { rowCount, columns } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { virtual, items, headHeight, page, isSeen } = useVirtualRows(scroller, props);
  const { active, setActive, onKeyDown, onFocus } = useRowKeys(props, page, (index) => {
    virtual.scrollToIndex(index);
  });
  const tracks = {
    '--tracks': tracksOf(columns),
    '--tracks-narrow': tracksOf(columns.filter(({ isExtra }) => !isExtra)),
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={cx(css.table, props.isWrapped && css.wrapped)}
      style={tracks}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-multiselectable={props.onChoose !== undefined}
      aria-activedescendant={isSeen(active) ? `${id}-${String(active)}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <TableHeader
        margin={props.margin}
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
      />
      <div className={css.body} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => (
          <TableRow
            key={key}
            {...rowOf(props, index)}
            id={`${id}-${String(index)}`}
            top={start - headHeight}
            isActive={index === active}
            onPress={() => {
              setActive(index);
              open(props, index);
            }}
            measure={props.isWrapped === true ? virtual.measureElement : undefined}
          />
        ))}
      </div>
      {rowCount === 0 && isShown(props.empty) && (
        <div role="row" className={css.empty}>
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
    </div>
  );
}
