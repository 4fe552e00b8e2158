import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  /** Width as a grid track: `minmax(0, 2fr)`, `3rem`. */
  readonly track: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly align?: 'end';
  readonly isSortable?: boolean;
  /** Left out in narrow windows. Never a clock or a next date. */
  readonly isExtra?: boolean;
};

export type Sort = {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
};

export type Group = { readonly label: ReactNode; readonly count: number };

export type VirtualTableProps<Row> = {
  /** Spoken name: what is listed. */
  readonly label: string;
  /**
   * The column in the margin: what a row is looked up by. Keep it and the others for as long as
   * they show the same (`useMemo`): a new column draws every row anew.
   */
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
  /** Rows grow so that nothing in them is cut. */
  readonly isWrapped?: boolean;
  readonly empty?: ReactNode;
};

export const tracksOf = (columns: readonly Column<never>[]): string =>
  columns.map(({ track }) => track).join(' ');
