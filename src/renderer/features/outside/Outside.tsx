import { useQuery } from '@tanstack/react-query';
import { SearchCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { OUTSIDE_KINDS } from '#shared/domain/outside';
import { T, useText } from '#i18n';
import { newJob, onEvent, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, EmptyState, Progress, Select, SheetRow, SheetSection } from '#ui';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import { CloseEntry } from './CloseEntry';
import { ClosedEntries } from './ClosedEntries';
import { DeleteFile } from './DeleteFile';
import { Entry, type EntryAct } from './Entry';
import css from './Outside.module.css';
import { outsideQuery, type OutsideRow } from './model';

const DAYS = [1, 3, 7, 14, 30, 90];

type Doing = { readonly what: EntryAct; readonly row: OutsideRow };

/** What lies outside the vault and can be read by whoever finds it: looked for, reminded of, closed. */
export function Outside() {
  const { data, error } = useQuery(outsideQuery);
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => {
    setDoing(undefined);
  };
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { rows, days, closed } = data;
  return (
    <>
      <SheetRow>
        <p className={css.lead}>
          <T id="outside.lead" />
        </p>
        {rows.length > 0 && <Work days={days} />}
      </SheetRow>
      {rows.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="outside.none" />}>
            <T id="outside.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {OUTSIDE_KINDS.map((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind}>
            <SheetSection title={<T id={`outside.kind.${kind}`} />} note={ofKind.length} />
            {ofKind.map((row) => (
              <Entry
                key={row.id}
                row={row}
                onDo={(what) => {
                  setDoing({ what, row });
                }}
              />
            ))}
          </section>
        );
      })}
      {closed > 0 && <ClosedEntries count={closed} />}
      {doing?.what === 'close' && <CloseEntry row={doing.row} onClose={close} />}
      {doing?.what === 'delete' && <DeleteFile row={doing.row} onClose={close} />}
    </>
  );
}

/** Looking for the files, and after how many days they are reminded of. */
function Work({ days }: { readonly days: number }) {
  const t = useText();
  const off = useOff();
  const { isPending, error, run } = useStep();
  const [job, setJob] = useState(newJob);
  const [checked, setChecked] = useState<number>();
  const check = async (): Promise<void> => {
    const next = newJob();
    setJob(next);
    const result = await run(() => rihai.outside.check({ job: next }));
    setChecked(result.ok ? result.value.checked : undefined);
  };
  const offered = [...new Set([...DAYS, days])].sort((a, b) => a - b);
  return (
    <>
      <div className={css.work}>
        <Button icon={SearchCheck} off={off} isPending={isPending} onPress={() => void check()}>
          <T id="outside.check" />
        </Button>
        <div className={css.days}>
          <Select
            label={t('outside.days')}
            placeholder={t('outside.days')}
            isDisabled={off !== undefined}
            options={offered.map((count) => ({
              id: String(count),
              label: t('outside.days.count', { count }),
            }))}
            value={String(days)}
            onChange={(count) => void run(() => rihai.outside.setDays({ days: Number(count) }))}
          />
        </div>
      </div>
      {isPending && <Checking job={job} />}
      <p role="status" className={css.said}>
        {checked !== undefined && <T id="outside.checked" values={{ count: checked }} />}
      </p>
      {error !== undefined && <CodedError error={error} />}
    </>
  );
}

function Checking({ job }: { readonly job: string }) {
  const t = useText();
  const [done, setDone] = useState<number>();
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job === job) setDone(told.total === 0 ? 1 : told.done / told.total);
      }),
    [job],
  );
  // Most are looked at in a blink.
  if (done === undefined) return null;
  return (
    <Progress
      label={t('outside.checking')}
      done={done}
      onCancel={() => void rihai.outside.cancel({ job })}
    />
  );
}
