import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, Eraser, GitCompare } from 'lucide-react';
import { useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { isRecordKind } from '#shared/domain/kinds';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import {
  Button,
  Checkbox,
  Chip,
  EmptyState,
  SelectionBar,
  Sheet,
  SheetHead,
  SheetRow,
  Split,
  text,
} from '#ui';
import { useFieldWords } from '../forms/words';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import { Erase } from './Erase';
import { useChosen } from './use-chosen';
import css from './Trash.module.css';

type Thrown = OutputOf<Contract['trash']['list']>[number];

const SHOWN = 100;

const NAMES_SHOWN = 5;

/** What records are called, the first few. */
function Names({ rows }: { readonly rows: readonly Thrown[] }) {
  const labelOf = useLabel();
  const rest = rows.length - NAMES_SHOWN;
  return (
    <>
      {rows.slice(0, NAMES_SHOWN).map(({ id, kind, label }) => (
        <Name key={id} className={css.named}>
          {labelOf(kind, label)}
        </Name>
      ))}
      {rest > 0 && <T id="trash.more" values={{ count: rest }} />}
    </>
  );
}

/** What was thrown away: all of it is still there, can be put back, or erased for good. */
export function TrashScreen() {
  const [most, setMost] = useState(SHOWN);
  const [erasing, setErasing] = useState<readonly Thrown[]>();
  const { data, error } = useQuery({
    queryKey: ['trash', 'list'],
    queryFn: () => value(rihai.trash.list()),
  });
  const latestFirst = data?.toReversed() ?? [];
  const chosen = useChosen(latestFirst);
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="place.trash" />} note={<T id="trash.note" />} />
        <Said error={error} isEmpty={data?.length === 0} />
        <Chosen
          count={chosen.ids.length}
          onClear={chosen.clear}
          onErase={() => {
            setErasing(latestFirst.filter(({ id }) => chosen.has(id)));
          }}
        />
        {latestFirst.slice(0, most).map((thrown) => (
          <Row
            key={thrown.id}
            thrown={thrown}
            isChosen={chosen.has(thrown.id)}
            onChoose={(isChosen) => {
              chosen.set(thrown.id, isChosen);
            }}
          />
        ))}
        <More
          count={latestFirst.length - most}
          onMore={() => {
            setMost(most + SHOWN);
          }}
        />
      </Sheet>
      {erasing !== undefined && (
        <Erase
          ids={erasing.map(({ id }) => id)}
          names={<Names rows={erasing} />}
          onClose={() => {
            setErasing(undefined);
          }}
          onErased={chosen.clear}
        />
      )}
    </Split>
  );
}

/** Why there is nothing to see. */
function Said({ error, isEmpty }: { readonly error: Error | null; readonly isEmpty: boolean }) {
  if (error !== null)
    return (
      <SheetRow>
        <CodedError error={error} />
      </SheetRow>
    );
  if (!isEmpty) return null;
  return (
    <SheetRow>
      <EmptyState title={<T id="trash.empty" />}>
        <T id="trash.empty.how" />
      </EmptyState>
    </SheetRow>
  );
}

type ChosenProps = {
  readonly count: number;
  readonly onClear: () => void;
  readonly onErase: () => void;
};

/** What can be done with the rows that are chosen. */
function Chosen({ count, onClear, onErase }: ChosenProps) {
  if (count === 0) return null;
  return (
    <SheetRow>
      <SelectionBar count={count} onClear={onClear}>
        <Button kind="quiet" icon={Eraser} onPress={onErase}>
          <T id="trash.erase" />
        </Button>
      </SelectionBar>
    </SheetRow>
  );
}

function More({ count, onMore }: { readonly count: number; readonly onMore: () => void }) {
  if (count <= 0) return null;
  return (
    <SheetRow>
      <Button onPress={onMore}>
        <T id="trash.more" values={{ count }} />
      </Button>
    </SheetRow>
  );
}

type RowProps = {
  readonly thrown: Thrown;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
};

function Row({ thrown, isChosen, onChoose }: RowProps) {
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
        <Checkbox label={t('trash.choose', { name })} isSelected={isChosen} onChange={onChoose} />
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
