import { useMemo, type ReactNode } from 'react';
import { Name, useDays, useText, type MessageKey, type TextOf } from '#i18n';
import { cx, text, VirtualTable, type Column } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { useFieldWords, type FieldWords } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import type { Pages } from '../parts/use-pages';

type CaseRow = OutputOf<Contract['cases']['list']>['rows'][number];

type Props = {
  readonly pages: Pages<CaseRow>;
  readonly today: string;
  readonly onOpen: (id: RecordId) => void;
  readonly empty: ReactNode;
};

/** The next day fixed, or that an open case has none. */
function NextDate({ row, today }: { readonly row: CaseRow; readonly today: string }) {
  const days = useDays(today);
  const words = useFieldWords();
  const { nextOn, status = 'open' } = row;
  if (nextOn !== undefined) return days.weekday(nextOn);
  if (status === 'open') return <NoNextDate />;
  return <span className={text.quieter}>{words.choice(status, 'case', 'status')}</span>;
}

const quiet = (shown: ReactNode): ReactNode => <Name className={text.quiet}>{shown}</Name>;

const TRACKS = {
  title: 'minmax(0, 3fr)',
  station: 'minmax(0, 1.2fr)',
  regime: '6rem',
  stage: '6.5rem',
  accused: '3.5rem',
  court: 'minmax(0, 1.2fr)',
  next: '6.5rem',
} as const;

function columnsOf(t: TextOf, words: FieldWords, today: string): readonly Column<CaseRow>[] {
  const column = (
    id: keyof typeof TRACKS,
    cell: Column<CaseRow>['cell'],
    more: Partial<Column<CaseRow>> = {},
  ): Column<CaseRow> => {
    const header: MessageKey = `cases.column.${id}`;
    return { id, header: t(header), track: TRACKS[id], cell, ...more };
  };
  return [
    column('title', ({ label }) =>
      label === '' ? (
        <span className={text.quieter}>{t('case.unnamed')}</span>
      ) : (
        <Name className={text.name}>{label}</Name>
      ),
    ),
    column('station', ({ policeStation }) => quiet(policeStation), { isExtra: true }),
    column('regime', ({ regime = '' }) => quiet(words.choice(regime, 'case', 'regime')), {
      isExtra: true,
    }),
    column('stage', ({ stage = '' }) => quiet(words.choice(stage, 'case', 'stage'))),
    column('accused', ({ accused }) => quiet(accused === 0 ? '' : accused), { align: 'end' }),
    column('court', ({ court }) => quiet(court), { isExtra: true }),
    column('next', (row) => <NextDate row={row} today={today} />),
  ];
}

const firColumn = (t: TextOf): Column<CaseRow> => ({
  id: 'fir',
  header: t('cases.column.fir'),
  track: '',
  cell: ({ fir }) =>
    fir === '' ? (
      <span className={cx(text.quieter, text.small)}>{t('cases.noFir')}</span>
    ) : (
      <Name className={text.small}>{fir}</Name>
    ),
});

/** The list itself. */
export function CasesTable({ pages, today, onOpen, empty }: Props) {
  const t = useText();
  const words = useFieldWords();
  const columns = useMemo(() => columnsOf(t, words, today), [t, words, today]);
  const fir = useMemo(() => firColumn(t), [t]);
  return (
    <VirtualTable
      label={t('cases.title')}
      margin={fir}
      columns={columns}
      isWrapped
      rowCount={pages.total}
      rowAt={pages.rowAt}
      onRange={pages.onRange}
      nameOf={({ label }) => label}
      onOpen={({ id }) => {
        onOpen(id);
      }}
      empty={empty}
    />
  );
}
