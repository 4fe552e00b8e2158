import { cx } from '../cx';
import { Checkbox } from '../choice/Checkbox';
import type { VirtualTableProps } from './VirtualTable';
import css from './VirtualTable.module.css';

type Props<Row> = {
  readonly id: string;
  readonly index: number;
  /** Pixels from the first row. */
  readonly top: number;
  readonly table: VirtualTableProps<Row>;
  readonly isActive: boolean;
  readonly onStand: (index: number) => void;
};

/** One row, a heading of a group, or a row that is not there yet. */
export function TableRow<Row>({ id, index, top, table, isActive, onStand }: Props<Row>) {
  const place = { transform: `translateY(${String(top)}px)` };
  const group = table.groupAt?.(index);
  const ariaIndex = index + 2;
  if (group !== undefined)
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={ariaIndex}
        className={cx(css.row, css.line, css.group)}
        style={place}
      >
        <div className={css.margin} />
        <div role="gridcell" aria-colspan={table.columns.length + 1} className={css.heading}>
          <b>{group.label}</b> <span className={css.count}>{group.count}</span>
        </div>
      </div>
    );
  const row = table.rowAt(index);
  if (row === undefined)
    return (
      <div
        id={id}
        role="row"
        aria-rowindex={ariaIndex}
        aria-busy
        className={cx(css.row, css.line)}
        style={place}
      >
        <div role="gridcell" className={css.blank} />
      </div>
    );
  const isChosen = table.isChosen?.(row) ?? false;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={ariaIndex}
      aria-selected={table.onChoose === undefined ? undefined : isChosen}
      className={cx(css.row, css.line, css.press, isChosen && css.chosen, isActive && css.active)}
      style={place}
      onClick={() => {
        onStand(index);
        table.onOpen(row, index);
      }}
    >
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
        {table.margin.cell(row)}
      </div>
      <div className={css.text}>
        {table.columns.map(({ id: column, cell, align, isExtra }) => (
          <div
            key={column}
            role="gridcell"
            className={cx(css.cell, align === 'end' && css.end, isExtra && css.extra)}
          >
            {cell(row)}
          </div>
        ))}
      </div>
    </div>
  );
}
