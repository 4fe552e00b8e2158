import { useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Name, T, useText } from '#i18n';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, PassphraseField, Progress } from '#ui';
import { useJob } from '../bundles/use-job';
import { GoLink } from '../parts/GoLink';
import { chooseFolder, type Folder } from './choose-folder';
import { FolderField } from './FolderField';
import type { Copy, TakenBack } from './model';
import css from '../parts/Carried.module.css';

type Props = { readonly copy: Copy; readonly onClose: () => void };

const FORM = 'travel-back';

/** Opens the copy by its own passphrase and merges it. */
function useBack() {
  const client = useQueryClient();
  const job = useJob('travel');
  const [folder, setFolder] = useState<Folder>();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<TakenBack>();
  const [error, setError] = useState<CallError>();
  const take = async (): Promise<void> => {
    if (folder === undefined || typed === '' || job.now !== undefined) return;
    setError(undefined);
    const passphrase = secretBytes(typed);
    const { token } = folder;
    const result = await job.run((id) => rihai.travel.back({ job: id, token, passphrase }));
    passphrase.fill(0);
    if (!result.ok) setError(new CallError(result.error));
    else if (result.value.back !== undefined) setDone(result.value.back);
    await client.invalidateQueries();
  };
  return { job, folder, setFolder, typed, setTyped, done, error, take };
}

/** What came back, what has to be decided, and what to do with the copy now. */
function Done({ done: { taken, files, setAside, conflicts } }: { readonly done: TakenBack }) {
  return (
    <div className={css.form} role="status">
      <p className={css.lead}>
        <T id="travel.back.done" values={{ taken, files, setAside }} />
      </p>
      {conflicts > 0 && (
        <p>
          <GoLink to={{ to: 'conflicts' }}>
            <T id="folders.done.conflicts" values={{ count: conflicts }} />
          </GoLink>
        </p>
      )}
      <p className={css.lead}>
        <T id="travel.back.next" />
      </p>
    </div>
  );
}

/** What is missing before it can be opened, in words. */
function useMissing(folder: Folder | undefined, typed: string): string | undefined {
  const t = useText();
  if (folder === undefined) return t('travel.folder.first');
  return typed === '' ? t('travel.passphrase.first') : undefined;
}

/** Merges what was written in a copy back; nothing of either is overwritten. */
export function TakeBack({ copy, onClose }: Props) {
  const t = useText();
  const { job, folder, setFolder, typed, setTyped, done, error, take } = useBack();
  const choose = async (): Promise<void> => {
    const chosen = await chooseFolder('openVault');
    if (chosen !== undefined) setFolder(chosen);
  };
  const missing = useMissing(folder, typed);
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="travel.back.title" />}
      foot={
        done === undefined ? (
          <Button
            kind="main"
            type="submit"
            form={FORM}
            off={missing}
            isPending={job.now !== undefined}
          >
            <T id="travel.back" />
          </Button>
        ) : (
          <Button kind="main" autoFocus onPress={onClose}>
            <T id="keepers.added.close" />
          </Button>
        )
      }
    >
      {done === undefined ? (
        <form
          id={FORM}
          className={css.form}
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            void take();
          }}
        >
          <p className={css.lead}>
            <T id="travel.back.lead" />
          </p>
          <FolderField name={folder?.name} onChoose={() => void choose()}>
            <T id="travel.back.where" values={{ place: <Name>{copy.place}</Name> }} />
          </FolderField>
          <PassphraseField label={t('travel.passphrase')} value={typed} onChange={setTyped} />
          {job.now !== undefined && (
            <Progress label={t('travel.back.doing')} done={job.now.done} onCancel={job.cancel} />
          )}
          {error !== undefined && <CodedError error={error} />}
        </form>
      ) : (
        <Done done={done} />
      )}
    </Panel>
  );
}
