import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Column, Group, Sort } from './columns';
import { tracksOf } from './columns';
import { moveTo } from './table-keys';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { useHeights } from './use-heights';
import css from './VirtualTable.module.css';

export type VirtualTableProps<Row> = {
  /** Spoken name: what is listed. */
  readonly label: string;
  /** The column in the margin: what a row is looked up by. */
  readonly margin: Column<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowCount: number;
  /** Undefined while it is not there yet: the row is painted blank and filled in. */
  readonly rowAt: (index: number) => Row | undefined;
  /** A heading in place of a row. */
  readonly groupAt?: (index: number) => Group | undefined;
  readonly sort?: Sort;
  readonly onSort?: (column: string) => void;
  readonly onOpen: (row: Row, index: number) => void;
  /** With these two, rows can be chosen: a box in the margin, Space on the row. */
  readonly isChosen?: (row: Row) => boolean;
  readonly onChoose?: (row: Row, index: number) => void;
  /** What the box of a row is called. */
  readonly nameOf: (row: Row) => string;
  /** Rows seen now and a few around, to be fetched. */
  readonly onRange?: (first: number, last: number) => void;
  /** The row to stand on at first, for instance when coming back. */
  readonly startAt?: number;
  readonly empty?: ReactNode;
};

const OVERSCAN = 8;

/**
 * A list of any length. One stop for Tab; arrows, Home, End and Page keys go along,
 * Enter opens, Space chooses. Headings and only the rows seen are in the page.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { rowCount, rowAt, groupAt, onRange, columns } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(props.startAt ?? -1);
  const { row: rowHeight, head: headHeight } = useHeights(scroller);
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: Math.max((props.startAt ?? 0) * rowHeight, 0),
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= first) onRange?.(first, last);
  }, [first, last, onRange]);

  const isStop = (index: number): boolean => groupAt?.(index) === undefined;
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const stand = (index: number): void => {
    setActive(index);
    virtual.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const row = active < 0 ? undefined : rowAt(active);
    const target = moveTo(event.key, { active, count: rowCount, page, isStop });
    if (target !== undefined) stand(target);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen(row, active);
    else if (event.key === ' ' && row !== undefined) props.onChoose?.(row, active);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const isSeen = active >= first && active <= last;
  const tracks = {
    '--tracks': tracksOf(columns),
    '--tracks-narrow': tracksOf(columns.filter(({ isExtra }) => !isExtra)),
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={css.table}
      style={tracks}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-multiselectable={props.onChoose !== undefined}
      aria-activedescendant={isSeen ? `${id}-${String(active)}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const start = moveTo('ArrowDown', { active: -1, count: rowCount, page, isStop });
        if (active < 0 && event.target === event.currentTarget && start !== undefined)
          setActive(start);
      }}
    >
      <TableHeader
        margin={props.margin}
        columns={columns}
        sort={props.sort}
        onSort={props.onSort}
      />
      <div className={css.body} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => (
          <TableRow
            key={item.key}
            id={`${id}-${String(item.index)}`}
            index={item.index}
            top={item.start - headHeight}
            table={props}
            isActive={item.index === active}
            onStand={setActive}
          />
        ))}
      </div>
      {rowCount === 0 && props.empty !== undefined && (
        <div role="row" className={css.empty}>
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
    </div>
  );
}
