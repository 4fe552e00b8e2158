import { FolderOpen } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, Progress } from '#ui';
import { ChoosePassphrase } from '../secrets/ChoosePassphrase';
import { useNewPassphrase } from '../secrets/use-new-passphrase';
import type { Folder } from '../start/model';
import css from './Damage.module.css';
import { Salvaged } from './Salvaged';
import { useSalvageJob } from './use-salvage-job';

type Done = OutputOf<Contract['salvage']['intoVault']>;
type Props = { readonly onClose: () => void };

const FORM = 'into-vault';

/** Takes what can still be read of a damaged vault into a new one, encrypted, under a passphrase of its own. */
export function IntoVault({ onClose }: Props) {
  const t = useText();
  const salvaging = useSalvaging();
  const { folder, isTried, isPending, part, done, error, passphrase } = salvaging;
  if (done?.isCancelled === false) return <Salvaged done={done} onClose={onClose} />;
  return (
    <Panel
      isOpen
      onClose={() => {
        if (isPending) salvaging.cancel();
        onClose();
      }}
      title={<T id="damage.into" />}
      foot={
        <Button kind="main" type="submit" form={FORM} isPending={isPending}>
          <T id="damage.into.verb" />
        </Button>
      }
    >
      <form id={FORM} className={css.form} onSubmit={(event) => void salvaging.submit(event)}>
        <p className={css.lead}>
          <T id="damage.into.lead" />
        </p>
        <div className={css.folder}>
          <Button icon={FolderOpen} onPress={() => void salvaging.choose()}>
            <T id="damage.into.folder" />
          </Button>
          {folder !== undefined && <Name>{folder.name}</Name>}
        </div>
        {isTried && folder === undefined && (
          <p className={css.fault} role="alert">
            <T id="start.folder.none" />
          </p>
        )}
        <ChoosePassphrase {...passphrase.fields} />
        {isPending && (
          <Progress label={t('damage.export.doing')} done={part} onCancel={salvaging.cancel} />
        )}
        {done !== undefined && (
          <p className={css.lead} role="status">
            <T id="damage.export.stopped" />
          </p>
        )}
        {error !== undefined && <CodedError error={error} />}
      </form>
    </Panel>
  );
}

/** The folder, the passphrase, the job, and what came of it. */
function useSalvaging() {
  const { part, begin, cancel } = useSalvageJob();
  const passphrase = useNewPassphrase();
  const [folder, setFolder] = useState<Folder>();
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [done, setDone] = useState<Done>();
  const [error, setError] = useState<CallError>();
  const choose = async (): Promise<void> => {
    setError(undefined);
    const chosen = await rihai.files.chooseFolder({ purpose: 'newVault' });
    if (!chosen.ok) setError(new CallError(chosen.error));
    else if (chosen.value !== undefined) setFolder(chosen.value);
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const isReady = await passphrase.check();
    if (!isReady || folder === undefined || isPending) return;
    setPending(true);
    setDone(undefined);
    setError(undefined);
    const bytes = passphrase.bytes();
    const input = { token: folder.token, passphrase: bytes, job: begin() };
    const result = await rihai.salvage.intoVault(input).finally(() => {
      bytes.fill(0);
      setPending(false);
    });
    if (!result.ok) {
      setError(new CallError(result.error));
      return;
    }
    // A cancelled one has used the folder up: it is chosen anew.
    if (result.value.isCancelled) setFolder(undefined);
    setDone(result.value);
  };
  return { passphrase, folder, isTried, isPending, part, done, error, choose, submit, cancel };
}
