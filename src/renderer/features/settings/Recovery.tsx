import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Hourglass, Plus, RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai, value } from '#renderer/app/bridge';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import { Button, Chip, Dialog, SheetRow, text } from '#ui';
import { useMoments } from '../history/use-moments';
import { NewPaper } from './NewPaper';
import { Rehearse } from './Rehearse';
import css from './Settings.module.css';
import { useOff } from './use-off';

export type Paper = OutputOf<Contract['recovery']['list']>[number];

const MOST_PAPERS = 2;

type Doing =
  | { readonly what: 'new'; readonly number: number; readonly isOther: boolean }
  | { readonly what: 'try' | 'remove'; readonly paper: Paper };

const freeNumber = (papers: readonly Paper[]): number | undefined =>
  [1, MOST_PAPERS].find((number) => papers.every((paper) => paper.number !== number));

/** The papers that open this vault when every passphrase is gone: tried when, made anew, split among several people. */
export function Recovery() {
  const off = useOff();
  const { data, error } = useQuery({
    queryKey: ['recovery', 'list'],
    queryFn: () => value(rihai.recovery.list()),
  });
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => {
    setDoing(undefined);
  };
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const free = freeNumber(data);
  return (
    <>
      <SheetRow>
        <p className={css.lead}>
          <T id="recovery.lead" />
        </p>
      </SheetRow>
      {data.map((paper) => (
        <Row key={paper.number} paper={paper} isLast={data.length === 1} onDo={setDoing} />
      ))}
      {free !== undefined && (
        <SheetRow>
          <p className={css.lead}>
            <T id="recovery.second" />
          </p>
          <Button
            icon={Plus}
            off={off}
            onPress={() => {
              setDoing({ what: 'new', number: free, isOther: true });
            }}
          >
            <T id="recovery.add" />
          </Button>
        </SheetRow>
      )}
      {doing?.what === 'new' && (
        <NewPaper number={doing.number} isOther={doing.isOther} onClose={close} />
      )}
      {doing?.what === 'try' && (
        <Rehearse isSplit={doing.paper.split !== undefined} onClose={close} />
      )}
      {doing?.what === 'remove' && <Remove number={doing.paper.number} onClose={close} />}
    </>
  );
}

type RowProps = {
  readonly paper: Paper;
  readonly isLast: boolean;
  readonly onDo: (doing: Doing) => void;
};

function Row({ paper, isLast, onDo }: RowProps) {
  const off = useOff();
  const { number, split } = paper;
  return (
    <SheetRow margin={number}>
      <div className={css.did}>
        <span className={css.what}>
          <b className={text.name}>
            {split === undefined ? (
              <T id="recovery.sheet" />
            ) : (
              <T id="recovery.shares" values={split} />
            )}
          </b>
          <span className={css.line}>
            <Tried paper={paper} />
          </span>
        </span>
        <Button
          icon={Check}
          off={off}
          onPress={() => {
            onDo({ what: 'try', paper });
          }}
        >
          <T id="recovery.try" />
        </Button>
        <Button
          icon={RefreshCw}
          off={off}
          onPress={() => {
            onDo({ what: 'new', number, isOther: false });
          }}
        >
          <T id="recovery.renew" />
        </Button>
        {!isLast && (
          <Button
            kind="quiet"
            icon={X}
            off={off}
            onPress={() => {
              onDo({ what: 'remove', paper });
            }}
          >
            <T id="recovery.remove" />
          </Button>
        )}
      </div>
    </SheetRow>
  );
}

function Tried({ paper: { rehearsedMs } }: { readonly paper: Paper }) {
  const moment = useMoments();
  return rehearsedMs === undefined ? (
    <Chip tone="due" icon={Hourglass}>
      <T id="recovery.never" />
    </Chip>
  ) : (
    <Chip tone="met" icon={Check}>
      <T id="recovery.tried" values={{ when: moment(rehearsedMs) }} />
    </Chip>
  );
}

type RemoveProps = { readonly number: number; readonly onClose: () => void };

function Remove({ number, onClose }: RemoveProps) {
  const client = useQueryClient();
  const remove = async (): Promise<void> => {
    const result = await rihai.recovery.remove({ number });
    if (!result.ok) sayTrouble(new CallError(result.error));
    await client.invalidateQueries();
    onClose();
  };
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="recovery.remove.title" values={{ number }} />}
      verb={<T id="recovery.remove.verb" />}
      onVerb={() => void remove()}
    >
      <T id="recovery.remove.what" />
    </Dialog>
  );
}
