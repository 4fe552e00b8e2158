import { useMemo, type ReactNode } from 'react';
import { Name, T, useDays, useText, type MessageKey, type TextOf } from '#i18n';
import { text, VirtualTable, type Column, type Sort } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { useFieldWords, type FieldWords } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import { daysBetween } from '../parts/days';
import type { Pages } from '../parts/use-pages';
import { sectionsInShort } from './sections';
import { Standing, type DetaineeRow } from './Standing';

/** Orders of the list, by the column whose head asks for it. */
export const ORDERS = {
  name: 'name',
  place: 'place',
  days: 'longestHeld',
  next: 'nextDate',
  seen: 'stalest',
} as const;
export type OrderColumn = keyof typeof ORDERS;

const isOrderColumn = (column: string): column is OrderColumn => column in ORDERS;

type Props = {
  readonly pages: Pages<DetaineeRow>;
  readonly today: string;
  readonly sort: OrderColumn;
  readonly onSort: (column: OrderColumn) => void;
  readonly onOpen: (id: RecordId) => void;
  readonly empty: ReactNode;
};

const quiet = (shown: string): ReactNode => <Name className={text.quiet}>{shown}</Name>;

function NextDate({ row, today }: { readonly row: DetaineeRow; readonly today: string }) {
  const days = useDays(today);
  if (row.nextOn === undefined) return row.isInside ? <NoNextDate /> : null;
  const away = daysBetween(today, row.nextOn);
  if (away === 0)
    return (
      <b>
        <T id="detainees.today" values={{ time: <bdi>{row.nextOn.slice(11)}</bdi> }} />
      </b>
    );
  return <bdi className={text.nowrap}>{days.weekday(row.nextOn)}</bdi>;
}

const Seen = ({ row, today }: { readonly row: DetaineeRow; readonly today: string }) =>
  row.confirmedOn === undefined ? null : (
    <span className={text.quieter}>
      <T
        id="detainees.seen.ago"
        values={{ days: Math.max(0, daysBetween(row.confirmedOn, today)) }}
      />
    </span>
  );

const TRACKS = {
  name: 'minmax(0, 1.5fr)',
  status: 'minmax(0, 1.7fr)',
  place: 'minmax(0, 1.5fr)',
  regime: 'minmax(0, 1.15fr)',
  sections: 'minmax(0, 1.4fr)',
  court: 'minmax(0, 1.1fr)',
  next: 'minmax(0, 1.25fr)',
  seen: '3.5rem',
} as const;

function columnsOf(t: TextOf, words: FieldWords, today: string): readonly Column<DetaineeRow>[] {
  const column = (
    id: keyof typeof TRACKS,
    cell: Column<DetaineeRow>['cell'],
    more: Partial<Column<DetaineeRow>> = {},
  ): Column<DetaineeRow> => {
    const header: MessageKey = `detainees.column.${id}`;
    return { id, header: t(header), track: TRACKS[id], cell, ...more };
  };
  const placeOf = ({ place, placeType = '' }: DetaineeRow): string =>
    place === '' ? words.choice(placeType, 'placement', 'type') : place;
  const isExtra = true;
  return [
    column('name', ({ label }) => <Name className={text.name}>{label}</Name>, {
      isSortable: true,
    }),
    column('status', (row) => <Standing row={row} />),
    column('place', (row) => quiet(placeOf(row)), { isSortable: true }),
    column('regime', ({ regime = '' }) => quiet(words.choice(regime, 'case', 'regime')), {
      isExtra,
    }),
    column('sections', ({ sections }) => quiet(sectionsInShort(sections))),
    column('court', ({ court }) => quiet(court), { isExtra }),
    column('next', (row) => <NextDate row={row} today={today} />, { isSortable: true }),
    column('seen', (row) => <Seen row={row} today={today} />, {
      isExtra,
      align: 'end',
      isSortable: true,
    }),
  ];
}

const daysColumn = (t: TextOf): Column<DetaineeRow> => ({
  id: 'days',
  header: t('detainees.column.days'),
  track: '',
  isSortable: true,
  cell: ({ daysHeld, isInside }) => (isInside ? daysHeld : null),
});

const DIRECTIONS: Readonly<Record<OrderColumn, Sort['direction']>> = {
  name: 'ascending',
  place: 'ascending',
  next: 'ascending',
  days: 'descending',
  seen: 'descending',
};

/** The list itself; Enter opens. */
export function DetaineesTable({ pages, today, sort, onSort, onOpen, empty }: Props) {
  const t = useText();
  const words = useFieldWords();
  const columns = useMemo(() => columnsOf(t, words, today), [t, words, today]);
  const days = useMemo(() => daysColumn(t), [t]);
  return (
    <VirtualTable
      isWrapped
      label={t('detainees.title')}
      margin={days}
      columns={columns}
      rowCount={pages.total}
      rowAt={pages.rowAt}
      onRange={pages.onRange}
      sort={{ column: sort, direction: DIRECTIONS[sort] }}
      onSort={(column) => {
        if (isOrderColumn(column)) onSort(column);
      }}
      nameOf={({ label }) => label}
      onOpen={({ id }) => {
        onOpen(id);
      }}
      empty={empty}
    />
  );
}
