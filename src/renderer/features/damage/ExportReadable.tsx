import { useState } from 'react';
import { T, useText } from '#i18n';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Checkbox, Panel, Progress } from '#ui';
import css from './Damage.module.css';
import { Lost } from './Lost';
import { useSalvageJob } from './use-salvage-job';

type Done = OutputOf<Contract['salvage']['readable']>;
type Props = { readonly onClose: () => void };

/** Writes what can still be read into a chosen folder, where anybody can read it: told first, and meant. */
export function ExportReadable({ onClose }: Props) {
  const t = useText();
  const [isMeant, setMeant] = useState(false);
  const [isTried, setTried] = useState(false);
  const { isPending, part, done, error, run, cancel } = useExport();
  const start = (): void => {
    setTried(true);
    if (isMeant) void run();
  };
  const isOver = done?.isCancelled === false;
  return (
    <Panel
      isOpen
      onClose={() => {
        if (isPending) cancel();
        onClose();
      }}
      title={<T id="damage.export" />}
      foot={
        isOver ? (
          <Button kind="main" onPress={onClose} autoFocus>
            <T id="damage.export.close" />
          </Button>
        ) : (
          <Button kind="risk" onPress={start} isPending={isPending}>
            <T id="damage.export.choose" />
          </Button>
        )
      }
    >
      <div className={css.form}>
        {!isOver && (
          <>
            <p className={css.lead}>
              <T id="damage.export.lead" />
            </p>
            <p className={css.lead}>
              <T id="damage.export.plain" />
            </p>
            <Checkbox isSelected={isMeant} onChange={setMeant}>
              <T id="damage.export.meant" />
            </Checkbox>
            {isTried && !isMeant && (
              <p className={css.fault} role="alert">
                <T id="damage.export.tick" />
              </p>
            )}
          </>
        )}
        {isPending && <Progress label={t('damage.export.doing')} done={part} onCancel={cancel} />}
        {error !== undefined && <CodedError error={error} />}
        {done !== undefined && <Report done={done} />}
      </div>
    </Panel>
  );
}

/** What was written, and what could not be read. */
function Report({ done }: { readonly done: Done }) {
  const { isCancelled, records, drafts, documents, lost, lostShown, isNoted } = done;
  if (isCancelled)
    return (
      <p className={css.lead} role="status">
        <T id="damage.export.stopped" />
      </p>
    );
  return (
    <div role="status" className={css.form}>
      <p className={css.lead}>
        <T id="damage.export.done" values={{ records, drafts, documents }} />
      </p>
      <p className={css.lead}>
        <T id={isNoted ? 'damage.export.noted' : 'damage.export.notNoted'} />
      </p>
      <Lost count={lost} lines={lostShown}>
        <T id="damage.export.more" values={{ count: lost - lostShown.length }} />
      </Lost>
    </div>
  );
}

/** The folder that is chosen, the job, and what came of it. */
function useExport() {
  const { part, begin, cancel } = useSalvageJob();
  const [isPending, setPending] = useState(false);
  const [done, setDone] = useState<Done>();
  const [error, setError] = useState<CallError>();
  const run = async (): Promise<void> => {
    setError(undefined);
    const chosen = await rihai.files.chooseFolder({ purpose: 'salvage' });
    if (!chosen.ok) setError(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    const job = begin();
    setPending(true);
    const { token } = chosen.value;
    const result = await rihai.salvage.readable({ token, job });
    setPending(false);
    if (result.ok) setDone(result.value);
    else setError(new CallError(result.error));
  };
  return { isPending, part, done, error, run, cancel };
}
