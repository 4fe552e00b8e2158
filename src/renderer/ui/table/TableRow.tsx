import { Checkbox } from '../choice/Checkbox';
import { cx } from '../cx';
import type { Group, VirtualTableProps } from './columns';
import css from './VirtualTable.module.css';

type Props<Row> = {
  readonly id: string;
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  readonly table: VirtualTableProps<Row>;
  readonly isActive: boolean;
  readonly onStand: (index: number) => void;
  /** Takes the height of a row that may have grown. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
};

/** One row, a heading of a group, or a row that is not there yet. */
export function TableRow<Row>(props: Props<Row>) {
  const { id, index, top, table, measure } = props;
  const frame = {
    id,
    ref: measure,
    'data-index': index,
    role: 'row',
    // The head is row 1.
    'aria-rowindex': index + 2,
    style: { transform: `translateY(${String(top)}px)` },
  };
  const group = table.groupAt?.(index);
  if (group !== undefined)
    return (
      <div {...frame} className={cx(css.row, css.line, css.group)}>
        <Heading group={group} span={table.columns.length + 1} />
      </div>
    );
  const row = table.rowAt(index);
  if (row === undefined)
    return (
      <div {...frame} aria-busy className={cx(css.row, css.line)}>
        <div role="gridcell" className={css.blank} />
      </div>
    );
  const isChosen = table.isChosen?.(row) ?? false;
  return (
    <div
      {...frame}
      aria-selected={table.onChoose === undefined ? undefined : isChosen}
      className={cx(
        css.row,
        css.line,
        css.press,
        isChosen && css.chosen,
        props.isActive && css.active,
      )}
      onClick={() => {
        props.onStand(index);
        table.onOpen(row, index);
      }}
    >
      <Cells row={row} index={index} table={table} isChosen={isChosen} />
    </div>
  );
}

function Heading({ group, span }: { readonly group: Group; readonly span: number }) {
  return (
    <>
      <div className={css.margin} />
      <div role="gridcell" aria-colspan={span} className={css.heading}>
        <b>{group.label}</b> <span className={css.count}>{group.count}</span>
      </div>
    </>
  );
}

type CellsProps<Row> = {
  readonly row: Row;
  readonly index: number;
  readonly table: VirtualTableProps<Row>;
  readonly isChosen: boolean;
};

function Cells<Row>({ row, index, table, isChosen }: CellsProps<Row>) {
  return (
    <>
      <div role="gridcell" className={css.margin}>
        {table.onChoose !== undefined && (
          <span
            className={css.choose}
            onClick={(event) => {
              event.stopPropagation();
            }}
          >
            <Checkbox
              label={table.nameOf(row)}
              isSelected={isChosen}
              onChange={() => table.onChoose?.(row, index)}
            />
          </span>
        )}
        {table.margin.cell(row, index)}
      </div>
      <div className={css.text}>
        {table.columns.map(({ id, cell, align, isExtra }) => (
          <div
            key={id}
            role="gridcell"
            className={cx(css.cell, align === 'end' && css.end, isExtra && css.extra)}
          >
            {cell(row, index)}
          </div>
        ))}
      </div>
    </>
  );
}
