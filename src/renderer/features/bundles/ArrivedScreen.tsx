import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, GitCompare, ReceiptText, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, Sheet, SheetHead, SheetRow, Split } from '#ui';
import { ArrivedHead } from './ArrivedHead';
import { ArrivedSide } from './ArrivedSide';
import css from './Bundles.module.css';
import { AskingFirst, ComingRecords } from './ComingLists';
import { isTaken, pairKey, useDeciding } from './deciding';
import { LikelyAfter, LikelySame } from './LikelySame';
import { waitingQuery, type Likely, type Taken, type Waiting } from './model';
import { UndoArrival } from './UndoArrival';
import { useJob } from './use-job';
import { useSaveReceipt } from './use-save-receipt';

const BUNDLES = { to: 'exchange', tab: 'bundles' } as const;

function Back() {
  const go = useGo();
  return (
    <Button
      kind="quiet"
      icon={ArrowLeft}
      onPress={() => {
        go(BUNDLES);
      }}
    >
      <T id="bundles.back" />
    </Button>
  );
}

/** What came of taking it in: conflicts to settle, a receipt to send, the way back. */
function TakenNote({ bundle, taken }: { readonly bundle: string; readonly taken: Taken }) {
  const go = useGo();
  const receipt = useSaveReceipt(bundle);
  const [isUndoing, setUndoing] = useState(false);
  const { taken: count, refused, setAside, files, conflicts } = taken;
  return (
    <SheetRow>
      <div className={css.stack}>
        <div role="status">
          <p>
            <T id="bundles.taken" values={{ count, files }} />
          </p>
          {setAside > 0 && (
            <p>
              <T id="bundles.taken.setAside" values={{ count: setAside }} />
            </p>
          )}
          {refused > 0 && (
            <p>
              <T id="bundles.taken.refused" values={{ count: refused }} />
            </p>
          )}
        </div>
        <span className={css.acts}>
          {conflicts > 0 && (
            <Button
              icon={GitCompare}
              onPress={() => {
                go({ to: 'conflicts' });
              }}
            >
              <T id="bundles.taken.conflicts" values={{ count: conflicts }} />
            </Button>
          )}
          <Button kind="main" icon={ReceiptText} onPress={() => void receipt.save()}>
            <T id="bundles.receipt.save" />
          </Button>
          <Button
            icon={Undo2}
            onPress={() => {
              setUndoing(true);
            }}
          >
            <T id="bundles.undo" />
          </Button>
        </span>
        {receipt.note}
        {isUndoing && (
          <UndoArrival
            bundle={bundle}
            onClose={() => {
              setUndoing(false);
              go(BUNDLES);
            }}
          />
        )}
      </div>
    </SheetRow>
  );
}

type LookProps = {
  readonly bundle: Waiting;
  /** With the pairs that nobody has told apart and that both are here now. */
  readonly onTaken: (taken: Taken, likely: readonly Likely[]) => void;
};

function LookThrough({ bundle, onTaken }: LookProps) {
  const go = useGo();
  const client = useQueryClient();
  const job = useJob();
  const { deciding, change, toggle, setApart, all } = useDeciding();
  const [error, setError] = useState<CallError>();
  const { bundle: id } = bundle;
  const { data } = useQuery({
    queryKey: ['bundles', 'coming', id, 'total'],
    queryFn: () => rihai.bundles.coming({ bundle: id, limit: 1, offset: 0 }),
  });
  const total = data?.ok === true ? data.value.total : 0;
  const take = async (): Promise<void> => {
    if (job.now !== undefined) return;
    setError(undefined);
    const { from, but, rest, answers, despite } = deciding;
    const input = { bundle: id, from, but: [...but], rest, answers, despite };
    const result = await job.run((name) => rihai.bundles.take({ job: name, ...input }));
    if (!result.ok) {
      setError(new CallError(result.error));
      return;
    }
    const likely = bundle.likelySame
      .filter((pair) => !deciding.apart.has(pairKey(pair)))
      .filter(({ theirs }) => isTaken(deciding, theirs));
    onTaken(result.value, likely);
    await client.invalidateQueries();
  };
  const close = async (): Promise<void> => {
    await rihai.bundles.close({ bundle: id });
    await client.invalidateQueries({ queryKey: waitingQuery.queryKey });
    go(BUNDLES);
  };
  return (
    <Split
      endSize="large"
      end={
        <ArrivedSide
          {...{ bundle, total, deciding, job, error }}
          onChange={change}
          onTake={() => void take()}
          onClose={() => void close()}
        />
      }
    >
      <Sheet>
        <SheetHead title={<T id="bundles.arrived.one" />} actions={<Back />} />
        <ArrivedHead bundle={bundle} deciding={deciding} onChange={change} />
        <AskingFirst bundle={bundle} deciding={deciding} onChange={change} />
        <LikelySame bundle={bundle} deciding={deciding} onApart={setApart} />
        <ComingRecords bundle={bundle} deciding={deciding} onToggle={toggle} onAll={all} />
      </Sheet>
    </Split>
  );
}

type Done = {
  readonly bundle: string;
  readonly taken: Taken;
  readonly likely: readonly Likely[];
};

/** A bundle that was opened: looked through, then taken in or let go. */
export function ArrivedScreen() {
  const { data, error } = useQuery(waitingQuery);
  const [done, setDone] = useState<Done>();
  const waiting = data?.bundle;
  if (done === undefined && waiting !== undefined)
    return (
      <LookThrough
        key={waiting.bundle}
        bundle={waiting}
        onTaken={(taken, likely) => {
          setDone({ bundle: waiting.bundle, taken, likely });
        }}
      />
    );
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="bundles.arrived.one" />} actions={<Back />} />
        {error !== null && <CodedError error={error} />}
        {done !== undefined && <TakenNote bundle={done.bundle} taken={done.taken} />}
        {done !== undefined && <LikelyAfter pairs={done.likely} />}
        {done === undefined && data !== undefined && (
          <SheetRow>
            <EmptyState title={<T id="bundles.waiting.none" />}>
              <T id="bundles.waiting.none.how" />
            </EmptyState>
          </SheetRow>
        )}
      </Sheet>
    </Split>
  );
}
