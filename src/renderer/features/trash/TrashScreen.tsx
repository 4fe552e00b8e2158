import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, GitCompare } from 'lucide-react';
import { useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import { Button, Chip, EmptyState, Sheet, SheetHead, SheetRow, Split, text } from '#ui';
import { useFieldWords } from '../forms/words';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import css from './Trash.module.css';

type Thrown = OutputOf<Contract['trash']['list']>[number];

const SHOWN = 100;

/** What was thrown away: all of it is still there and can be put back. */
export function TrashScreen() {
  const [most, setMost] = useState(SHOWN);
  const { data, error } = useQuery({
    queryKey: ['trash', 'list'],
    queryFn: () => value(rihai.trash.list()),
  });
  const latestFirst = data?.toReversed() ?? [];
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="place.trash" />} note={<T id="trash.note" />} />
        {error !== null && (
          <SheetRow>
            <CodedError error={error} />
          </SheetRow>
        )}
        {data?.length === 0 && (
          <SheetRow>
            <EmptyState title={<T id="trash.empty" />}>
              <T id="trash.empty.how" />
            </EmptyState>
          </SheetRow>
        )}
        {latestFirst.slice(0, most).map((thrown) => (
          <Row key={thrown.id} thrown={thrown} />
        ))}
        {latestFirst.length > most && (
          <SheetRow>
            <Button
              onPress={() => {
                setMost(most + SHOWN);
              }}
            >
              <T id="trash.more" values={{ count: latestFirst.length - most }} />
            </Button>
          </SheetRow>
        )}
      </Sheet>
    </Split>
  );
}

function Row({ thrown }: { readonly thrown: Thrown }) {
  const t = useText();
  const words = useFieldWords();
  const moment = useMoments();
  const labelOf = useLabel();
  const { id, kind, label, changedAt, hasUnseen } = thrown;
  const name = labelOf(kind, label);
  const restore = (): void => {
    void run(rihai.records.restore({ id }), t('trash.restored', { name }));
  };
  return (
    <SheetRow>
      <div className={css.row}>
        <span className={css.what}>
          <Name className={text.name}>{name}</Name>{' '}
          <span className={text.quiet}>{isRecordKind(kind) ? words.kind(kind) : kind}</span>
          {hasUnseen && (
            <>
              {' '}
              <Chip tone="conflict" icon={GitCompare}>
                <T id="trash.unseen" />
              </Chip>
            </>
          )}
        </span>
        <span className={css.when}>
          <T id="trash.when" values={{ when: moment(changedAt) }} />
        </span>
        <Button icon={ArchiveRestore} onPress={restore}>
          <T id="trash.restore" />
          <span className={text.hidden}>{name}</span>
        </Button>
      </div>
    </SheetRow>
  );
}
