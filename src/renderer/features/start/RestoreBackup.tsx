import { useQueryClient } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { Button, Progress, RadioGroup, Sheet, SheetHead, SheetRow, StartLayout } from '#ui';
import { isSlip, OtherWays, SlotField, TypedSecret } from '../lock/TypedSecret';
import { useBytes } from '../parts/use-bytes';
import { FormLayout } from './FormLayout';
import { useMachineMoment } from './machine-moment';
import css from './Start.module.css';
import { useRestoring, type Found, type Restored, type Restoring } from './use-restoring';

type Props = {
  readonly onBack: () => void;
  /** The restored vault is chosen: its lock screen follows. */
  readonly onRestored: () => void;
};

/** Makes a new vault of a backup: which, where to, and what opened it then. Nothing is written over. */
export function RestoreBackup({ onBack, onRestored }: Props) {
  const restoring = useRestoring();
  const { isPending, done } = restoring;
  if (done?.isCancelled === false) return <Done done={done} onRestored={onRestored} />;
  return (
    <FormLayout
      steps={[]}
      current=""
      title={<T id="restore.title" />}
      lead={<T id="restore.lead" />}
      next={<T id={isPending ? 'restore.doing' : 'restore.verb'} />}
      onNext={() => void restoring.restore()}
      onBack={isPending ? undefined : onBack}
      isPending={isPending}
    >
      <Course restoring={restoring} />
      <SheetRow margin={1}>
        <From restoring={restoring} />
      </SheetRow>
      <SheetRow margin={2}>
        <Into restoring={restoring} />
      </SheetRow>
      <SheetRow margin={3}>
        <By restoring={restoring} />
      </SheetRow>
    </FormLayout>
  );
}

type PartProps = { readonly restoring: Restoring };

/** Where the backups lie, and which of them. */
function From({ restoring }: PartProps) {
  const { folder, found, stem, isTried, choose, pick } = restoring;
  const t = useText();
  return (
    <div className={css.fields}>
      <div className={css.choice}>
        <div className={css.folder}>
          <Button icon={FolderOpen} onPress={() => void choose('backups')} autoFocus>
            <T id="restore.from" />
          </Button>
          {folder !== undefined && <Name>{folder.name}</Name>}
        </div>
        {isTried && folder === undefined && <Missing id="restore.from.none" />}
      </div>
      {found.length > 0 && (
        <Backups found={found} stem={stem} label={t('restore.which')} onPick={pick} />
      )}
    </div>
  );
}

type BackupsProps = {
  readonly found: readonly Found[];
  readonly stem: string | undefined;
  readonly label: string;
  readonly onPick: (stem: string) => void;
};

function Backups({ found, stem, label, onPick }: BackupsProps) {
  const t = useText();
  const moment = useMachineMoment();
  const bytes = useBytes();
  const noteOf = ({ sizeBytes, faults, missing }: Found): string =>
    faults > 0 ? t('restore.damaged') : t('restore.size', { size: bytes(sizeBytes), missing });
  return (
    <RadioGroup
      label={label}
      options={found.map((one) => ({
        id: one.stem,
        label: one.madeMs === undefined ? one.stem : moment(one.madeMs),
        note: noteOf(one),
      }))}
      value={stem}
      onChange={onPick}
    />
  );
}

/** The folder of the new vault. */
function Into({ restoring }: PartProps) {
  const { into, isTried, choose } = restoring;
  return (
    <div className={css.choice}>
      <div className={css.folder}>
        <Button icon={FolderOpen} onPress={() => void choose('newVault')}>
          <T id="restore.into" />
        </Button>
        {into !== undefined && <Name>{into.name}</Name>}
      </div>
      {isTried && into === undefined && <Missing id="restore.into.none" />}
      <p className={css.hint}>
        <T id="restore.into.hint" />
      </p>
    </div>
  );
}

/** What opened the vault when the backup was made. */
function By({ restoring }: PartProps) {
  const { way, slot, slots, typed, error, isTried, turn, setSlot, type } = restoring;
  return (
    <div className={css.fields}>
      {way === 'passphrase' && slots.length > 1 && (
        <SlotField slots={slots} value={slot} onChange={setSlot} />
      )}
      <TypedSecret
        hasFocus={false}
        way={way}
        value={typed}
        error={error}
        isBlank={isTried && typed === ''}
        onChange={type}
      />
      <p className={css.hint}>
        <T id="restore.secret.hint" />
      </p>
      <div className={css.buttons}>
        <OtherWays way={way} onTurn={turn} />
      </div>
    </div>
  );
}

/** How far it is, or why it was refused. */
function Course({ restoring }: PartProps) {
  const t = useText();
  const { isPending, part, done, error, way, cancel } = restoring;
  const isStopped = done?.isCancelled === true && !isPending;
  const refusal = error !== undefined && !isSlip(error, way) ? error : undefined;
  if (!isPending && !isStopped && refusal === undefined) return null;
  return (
    <SheetRow>
      <div className={css.fields}>
        {isPending && <Progress label={t('restore.doing')} done={part} onCancel={cancel} />}
        {isStopped && (
          <p role="status">
            <T id="restore.stopped" />
          </p>
        )}
        {refusal !== undefined && <CodedError error={refusal} />}
      </div>
    </SheetRow>
  );
}

const Missing = ({ id }: { readonly id: 'restore.from.none' | 'restore.into.none' }) => (
  <p className={css.fault} role="alert">
    <T id={id} />
  </p>
);

type DoneProps = { readonly done: Restored; readonly onRestored: () => void };

function Done({ done, onRestored }: DoneProps) {
  const client = useQueryClient();
  const moment = useMachineMoment();
  const { madeMs, blobs, missing } = done;
  const goOn = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['vault', 'state'] });
    onRestored();
  };
  return (
    <StartLayout
      steps={[]}
      current=""
      go={
        <Button isLarge kind="main" autoFocus onPress={() => void goOn()}>
          <T id="restore.goOn" />
        </Button>
      }
    >
      <Sheet>
        <SheetHead isLarge title={<T id="restore.done" />}>
          <p className={css.lead} role="status">
            <T id="restore.done.what" values={{ when: moment(madeMs), count: blobs }} />
          </p>
        </SheetHead>
        {missing > 0 && (
          <SheetRow>
            <T id="restore.done.missing" values={{ count: missing }} />
          </SheetRow>
        )}
        <SheetRow>
          <T id="restore.done.next" />
        </SheetRow>
      </Sheet>
    </StartLayout>
  );
}
