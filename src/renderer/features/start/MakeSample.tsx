import { useEffect, useState } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { CallError, newJob, onEvent, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Progress, Sheet, SheetHead, SheetRow, StartLayout } from '#ui';
import type { Folder, Sample } from './model';
import { PrintSheets, RecoverySheet } from '../secrets/RecoverySheet';
import css from './Start.module.css';

type Props = {
  readonly folder: Folder;
  readonly onMaking: () => void;
  readonly onOpened: () => void;
  readonly onBack: () => void;
};

/** A vault of invented cases, to try everything in. */
export function MakeSample({ folder, onMaking, onOpened, onBack }: Props) {
  const { make, isPending, done, error, made } = useSampleMaking(folder, onMaking);
  const t = useText();
  if (made !== undefined) return <Ready made={made} onOpened={onOpened} />;
  return (
    <StartLayout
      steps={[]}
      current=""
      go={
        <>
          <Button isLarge kind="main" onPress={() => void make()} isPending={isPending}>
            <T id={isPending ? 'start.making' : 'start.sample.make'} />
          </Button>
          {!isPending && (
            <Button isLarge kind="quiet" onPress={onBack}>
              <T id="start.back" />
            </Button>
          )}
        </>
      }
    >
      <Sheet>
        <SheetHead isLarge title={<T id="start.sample.title" />}>
          <p className={css.lead}>
            <T id="start.sample.lead" values={{ folder: <Name>{folder.name}</Name> }} />
          </p>
        </SheetHead>
        <SheetRow>
          <div className={css.fields}>
            {isPending && <Progress label={t('start.sample.progress')} done={done} />}
            {error !== undefined && <CodedError error={error} />}
          </div>
        </SheetRow>
      </Sheet>
    </StartLayout>
  );
}

function Ready({
  made,
  onOpened,
}: {
  readonly made: Sample;
  readonly onOpened: Props['onOpened'];
}) {
  const days = useDays('');
  return (
    <StartLayout
      steps={[]}
      current=""
      aside={<RecoverySheet recoveryKey={made.recoveryKey} />}
      go={
        <>
          <Button isLarge kind="main" autoFocus onPress={onOpened}>
            <T id="lock.open" />
          </Button>
          <PrintSheets papers={[made.recoveryKey]} needed={1} />
        </>
      }
    >
      <Sheet>
        <SheetHead isLarge title={<T id="start.sample.ready" />}>
          <p className={css.lead}>
            <T id="start.sample.words" values={{ day: days.words(made.referenceDay) }} />
          </p>
        </SheetHead>
        {made.words.map((word, at) => (
          <SheetRow key={word} margin={at + 1}>
            <bdi className={css.word}>{word}</bdi>
          </SheetRow>
        ))}
      </Sheet>
    </StartLayout>
  );
}

function useSampleMaking(folder: Folder, onMaking: () => void) {
  const [job] = useState(newJob);
  const [isPending, setPending] = useState(false);
  const [done, setDone] = useState<number>();
  const [error, setError] = useState<CallError>();
  const [made, setMade] = useState<Sample>();
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job !== job) return;
        setDone(told.step === 'key' || told.total === 0 ? undefined : told.done / told.total);
      }),
    [job],
  );
  const make = async (): Promise<void> => {
    onMaking();
    setPending(true);
    setError(undefined);
    const result = await rihai.vault.makeSample({ token: folder.token, job }).finally(() => {
      setPending(false);
    });
    if (result.ok) setMade(result.value);
    else setError(new CallError(result.error));
  };
  return { make, isPending, done, error, made };
}
