import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  /** Width as a grid track: `minmax(0, 2fr)`, `3rem`. */
  readonly track: string;
  readonly cell: (row: Row) => ReactNode;
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

export const tracksOf = (columns: readonly Column<never>[]): string =>
  columns.map(({ track }) => track).join(' ');
