import { useQueryClient } from '@tanstack/react-query';
import { Check, HardDriveDownload, LifeBuoy, OctagonAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T, useText } from '#i18n';
import { CallError, newJob, onEvent, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Chip, EmptyState, Progress, SheetRow, SheetSection, text } from '#ui';
import { useMoments } from '../history/use-moments';
import { useBytes } from '../parts/use-bytes';
import type { BackupFolder } from './model';
import { Drill } from './Drill';
import css from './Settings.module.css';
import { useOff } from './use-off';

type Backup = BackupFolder['backups'][number];
type Props = {
  readonly folder: BackupFolder;
  /** The folder was read anew. */
  readonly onRead: (folder: BackupFolder) => void;
};

/** The backups of one folder, and what can be done there. */
export function BackupsIn({ folder, onRead }: Props) {
  const off = useOff();
  const { work, job, made, isChecked, error, make, check } = useBackups(onRead);
  const [drilled, setDrilled] = useState<Backup>();
  return (
    <>
      <SheetSection title={<Name>{folder.folder}</Name>} />
      <SheetRow>
        <div className={css.line}>
          <Button
            kind="main"
            icon={HardDriveDownload}
            off={off}
            isPending={work === 'make'}
            onPress={() => void make()}
          >
            <T id="backups.make" />
          </Button>
          {folder.backups.length > 0 && (
            <Button icon={ShieldCheck} isPending={work === 'check'} onPress={() => void check()}>
              <T id="backups.check" />
            </Button>
          )}
        </div>
        {work === 'make' && <Making job={job} />}
        <Outcome made={made} />
        {error !== undefined && <CodedError error={error} />}
      </SheetRow>
      {folder.backups.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="backups.none" />}>
            <T id="backups.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {folder.backups.map((backup) => (
        <Row key={backup.stem} backup={backup} isChecked={isChecked} onDrill={setDrilled} />
      ))}
      {drilled !== undefined && (
        <Drill
          stem={drilled.stem}
          onClose={() => {
            setDrilled(undefined);
          }}
        />
      )}
    </>
  );
}

type MadeBackup = OutputOf<Contract['backups']['make']>;

/** Making and checking: what runs, what came of it. */
function useBackups(onRead: Props['onRead']) {
  const client = useQueryClient();
  const [work, setWork] = useState<'make' | 'check'>();
  const [job, setJob] = useState(newJob);
  const [made, setMade] = useState<MadeBackup>();
  const [isChecked, setChecked] = useState(false);
  const [error, setError] = useState<CallError>();
  const check = async (): Promise<void> => {
    setWork('check');
    const result = await rihai.backups.check();
    setWork(undefined);
    setChecked(result.ok);
    if (result.ok) onRead(result.value);
    else setError(new CallError(result.error));
  };
  const make = async (): Promise<void> => {
    const next = newJob();
    setJob(next);
    setWork('make');
    setError(undefined);
    setMade(undefined);
    const result = await rihai.backups.make({ job: next });
    setWork(undefined);
    if (result.ok) setMade(result.value);
    else setError(new CallError(result.error));
    await client.invalidateQueries();
    if (result.ok && !result.value.isCancelled) await check();
  };
  return { work, job, made, isChecked, error, make, check };
}

function Making({ job }: { readonly job: string }) {
  const t = useText();
  const [done, setDone] = useState<number>();
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job === job) setDone(told.done / told.total);
      }),
    [job],
  );
  return (
    <Progress
      label={t('backups.making')}
      done={done}
      onCancel={() => void rihai.backups.cancel({ job })}
    />
  );
}

function Outcome({ made }: { readonly made: MadeBackup | undefined }) {
  if (made === undefined) return null;
  const { isCancelled, isApart, missing, cleaned, logBrokenAt } = made;
  return (
    <p className={css.lead} role="status">
      <T id={isCancelled ? 'backups.stopped' : 'backups.made'} />{' '}
      {!isCancelled && !isApart && <T id="backups.sameDisk" />}{' '}
      {missing > 0 && <T id="backups.missing" values={{ count: missing }} />}{' '}
      {cleaned > 0 && <T id="backups.cleaned" />}{' '}
      {logBrokenAt !== undefined && <T id="backups.logBroken" values={{ seq: logBrokenAt }} />}
    </p>
  );
}

type RowProps = {
  readonly backup: Backup;
  /** Every byte was read, not the list alone. */
  readonly isChecked: boolean;
  readonly onDrill: (backup: Backup) => void;
};

function Row({ backup, isChecked, onDrill }: RowProps) {
  const off = useOff();
  const moment = useMoments();
  const bytes = useBytes();
  const { madeMs, sizeBytes, faults, missing } = backup;
  return (
    <SheetRow>
      <div className={css.did}>
        <span className={css.what}>
          <b className={text.name}>{madeMs === undefined ? backup.stem : moment(madeMs)}</b>{' '}
          <span className={text.quiet}>{bytes(sizeBytes)}</span>{' '}
          {faults > 0 ? (
            <Chip tone="breach" icon={OctagonAlert}>
              <T id="backups.damaged" values={{ count: faults }} />
            </Chip>
          ) : (
            <Chip tone={isChecked ? 'met' : 'info'} icon={Check}>
              <T id={isChecked ? 'backups.whole' : 'backups.finished'} />
            </Chip>
          )}
          {missing > 0 && (
            <span className={css.hint}>
              <T id="backups.missing" values={{ count: missing }} />
            </span>
          )}
        </span>
        {faults === 0 && (
          <Button
            icon={LifeBuoy}
            off={off}
            onPress={() => {
              onDrill(backup);
            }}
          >
            <T id="backups.drill" />
          </Button>
        )}
      </div>
    </SheetRow>
  );
}
