import { Checkbox } from '../choice/Checkbox';
import { cx } from '../cx';
import { steady } from '../steady';
import type { Column, Group } from './columns';
import css from './VirtualTable.module.css';

type Line<Row> = {
  /** Same objects, same cells: a row whose columns are new is drawn anew. */
  readonly margin: Column<Row>;
  readonly columns: readonly Column<Row>[];
  readonly index: number;
  /** Undefined where rows cannot be chosen. */
  readonly isChosen: boolean | undefined;
  /** What its box is called. */
  readonly name: string;
  readonly onChoose: () => void;
};

type Props<Row> = Line<Row> & {
  readonly id: string;
  /** Undefined while it is not there yet. */
  readonly row: Row | undefined;
  /** A heading in place of a row. */
  readonly group: Group | undefined;
  /** Pixels from the first row. */
  readonly top: number;
  readonly isActive: boolean;
  readonly onPress: () => void;
  /** Takes the height of a row that may have grown. */
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
};

function RowOf<Row>(props: Props<Row>) {
  const { id, row, group, index, top, measure, isChosen = false } = props;
  const frame = {
    id,
    ref: measure,
    'data-index': index,
    role: 'row',
    // The head is row 1.
    'aria-rowindex': index + 2,
    style: { transform: `translateY(${String(top)}px)` },
  };
  if (group !== undefined)
    return (
      <div {...frame} className={cx(css.row, css.line, css.group)}>
        <Heading group={group} span={props.columns.length + 1} />
      </div>
    );
  if (row === undefined)
    return (
      <div {...frame} aria-busy className={cx(css.row, css.line)}>
        <div role="gridcell" className={css.blank} />
      </div>
    );
  return (
    <div
      {...frame}
      aria-selected={props.isChosen}
      className={cx(
        css.row,
        css.line,
        css.press,
        isChosen && css.chosen,
        props.isActive && css.active,
      )}
      onClick={props.onPress}
    >
      <Cells {...props} row={row} />
    </div>
  );
}

/** One row, a heading of a group, or a row that is not there yet. */
export const TableRow = steady(RowOf) as typeof RowOf;

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

function Cells<Row>(props: Line<Row> & { readonly row: Row }) {
  const { row, index, margin, columns, isChosen } = props;
  return (
    <>
      <div role="gridcell" className={css.margin}>
        {isChosen !== undefined && (
          <span
            className={css.choose}
            onClick={(event) => {
              event.stopPropagation();
            }}
          >
            <Checkbox label={props.name} isSelected={isChosen} onChange={props.onChoose} />
          </span>
        )}
        {margin.cell(row, index)}
      </div>
      <div className={css.text}>
        {columns.map(({ id, cell, align, isExtra }) => (
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
