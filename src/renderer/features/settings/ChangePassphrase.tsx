import { useState, type SyntheticEvent } from 'react';
import { Name, T, useText } from '#i18n';
import { rihai, secretBytes } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, PassphraseField } from '#ui';
import { ChoosePassphrase } from '../secrets/ChoosePassphrase';
import { useNewPassphrase } from '../secrets/use-new-passphrase';
import type { Keeper } from './keepers';
import css from './Settings.module.css';
import { useStep } from './use-step';

type Props = {
  readonly keeper: Keeper;
  /** 0 after a recovery key: then the present passphrase is not asked, nobody knows it. */
  readonly ownSlot: number;
  readonly onClose: () => void;
};

const FORM = 'change-passphrase';

/** One's own passphrase, or, opened by a recovery key, anybody's. */
export function ChangePassphrase({ keeper, ownSlot, onClose }: Props) {
  const t = useText();
  const isOwn = ownSlot === keeper.slot;
  const change = useChange(keeper, isOwn);
  const { present, setPresent, isTried, passphrase, isPending, error, submit } = change;
  const isWrong = error?.code === 'vault/passphrase';
  if (change.isDone) return <Done onClose={onClose} />;
  const blank = isTried && present === '' ? t('lock.blank') : undefined;
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={
        isOwn ? (
          <T id="keepers.passphrase.title" />
        ) : (
          <T id="keepers.reset.title" values={{ name: <Name>{keeper.name}</Name> }} />
        )
      }
      foot={
        <Button kind="main" type="submit" form={FORM} isPending={isPending}>
          <T id={isPending ? 'keepers.deriving' : 'keepers.passphrase.verb'} />
        </Button>
      }
    >
      <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
        <p className={css.lead}>
          <T id={isOwn ? 'keepers.passphrase.lead' : 'keepers.reset.lead'} />
        </p>
        {isOwn && (
          <PassphraseField
            autoFocus
            label={t('keepers.present')}
            value={present}
            error={isWrong ? t('keepers.present.wrong') : blank}
            onChange={setPresent}
          />
        )}
        <ChoosePassphrase {...passphrase.fields} />
        {error !== undefined && !isWrong && <CodedError error={error} />}
      </form>
    </Panel>
  );
}

/** What is typed, the call that changes it, and what came of it. */
function useChange({ slot }: Keeper, isOwn: boolean) {
  const [present, setPresent] = useState('');
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const passphrase = useNewPassphrase();
  const { isPending, error, setError, run } = useStep();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const isReady = await passphrase.check();
    if (!isReady || (isOwn && present === '') || isPending) return;
    const [was, bytes] = [secretBytes(present), passphrase.bytes()];
    const result = await run(() =>
      isOwn
        ? rihai.keepers.changePassphrase({ present: was, passphrase: bytes })
        : rihai.keepers.resetPassphrase({ slot: slot, passphrase: bytes }),
    );
    was.fill(0);
    bytes.fill(0);
    setDone(result.ok);
  };
  const type = (text: string): void => {
    setError(undefined);
    setPresent(text);
  };
  return { present, setPresent: type, isTried, passphrase, isPending, error, isDone, submit };
}

const Done = ({ onClose }: { readonly onClose: () => void }) => (
  <Panel
    isOpen
    onClose={onClose}
    title={<T id="keepers.passphrase.done.title" />}
    foot={
      <Button kind="main" onPress={onClose} autoFocus>
        <T id="keepers.added.close" />
      </Button>
    }
  >
    <p className={css.lead}>
      <T id="keepers.passphrase.done" />
    </p>
  </Panel>
);
