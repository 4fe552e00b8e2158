import { useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { placeOf } from '#renderer/app/navigation';
import { useOpenRecord } from '#renderer/app/open-record';
import { CodedError } from '#renderer/app/parts';
import { EmptyState, ListSheet, SheetHead, text, VirtualTable, type Column } from '#ui';
import { useFieldWords } from '../forms/words';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import { useWhat } from '../history/what';
import { GoLink } from '../parts/GoLink';
import { usePages } from '../parts/use-pages';
import { useActWords } from './act-words';
import { ActivityExport } from './ActivityExport';
import { ActivityFilter } from './ActivityFilter';
import { LogProof } from './LogProof';
import type { LogAsked } from './model';

type Row = OutputOf<Contract['log']['list']>['rows'][number];

/** Everything that was done in this vault: by whom, when, to which record; whether the log is whole. */
export function Activity() {
  const t = useText();
  const [asked, setAsked] = useState<LogAsked>({});
  const pages = usePages<Row>(['log', 'list', asked], (page) =>
    value(rihai.log.list({ ...asked, ...page })),
  );
  const columns = useColumns();
  const moment = useMoments();
  const open = useOpenRecord();
  if (pages.error !== null) return <CodedError error={pages.error} />;
  return (
    <ListSheet
      head={
        <SheetHead
          title={<T id="settings.section.activity" />}
          note={<T id="log.count" values={{ count: pages.total }} />}
          actions={<ActivityExport asked={asked} />}
        >
          <LogProof />
          <ActivityFilter asked={asked} onChange={setAsked} />
        </SheetHead>
      }
    >
      <VirtualTable
        label={t('settings.section.activity')}
        margin={{
          id: 'seq',
          header: t('log.column.row'),
          track: '',
          cell: ({ seq }) => <span className={text.quieter}>{seq}</span>,
        }}
        columns={columns}
        isWrapped
        rowCount={pages.total}
        rowAt={pages.rowAt}
        onRange={pages.onRange}
        nameOf={({ atMs, name }) => `${moment(atMs)} ${name}`}
        onOpen={({ record }) => {
          if (record !== undefined) open(record.kind, record.id);
        }}
        empty={pages.isRead ? <EmptyState title={<T id="log.none" />} /> : undefined}
      />
    </ListSheet>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText();
  const moment = useMoments();
  return [
    {
      id: 'when',
      header: t('log.column.when'),
      track: '10.5rem',
      cell: ({ atMs, isClockBehind }) => (
        <>
          {moment(atMs)}
          {isClockBehind && (
            <>
              {' '}
              <span className={text.quiet}>
                <T id="log.clockBehind" />
              </span>
            </>
          )}
        </>
      ),
    },
    {
      id: 'who',
      header: t('log.column.who'),
      track: 'minmax(0, 1fr)',
      cell: ({ name }) => (name === '' ? <T id="log.recovery" /> : <Name>{name}</Name>),
    },
    {
      id: 'what',
      header: t('log.column.what'),
      track: 'minmax(0, 2.4fr)',
      cell: (row) => <What row={row} />,
    },
  ];
}

function What({ row: { action, what, record } }: { readonly row: Row }) {
  const words = useFieldWords();
  const actWords = useActWords();
  const whatOf = useWhat();
  const labelOf = useLabel();
  const said = what === undefined ? actWords(action) : whatOf(what);
  if (record === undefined) return said;
  const to = placeOf(record.kind, record.id);
  const name = <Name>{labelOf(record.kind, record.label)}</Name>;
  return (
    <>
      {said}{' '}
      <span className={text.quiet}>
        {isRecordKind(record.kind) ? words.kind(record.kind) : record.kind}
      </span>{' '}
      {to === undefined ? name : <GoLink to={to}>{name}</GoLink>}
    </>
  );
}
