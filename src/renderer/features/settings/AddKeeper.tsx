import { useState, type SyntheticEvent } from 'react';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, TextField } from '#ui';
import { ChoosePassphrase } from '../secrets/ChoosePassphrase';
import { nameFault } from '../secrets/hand-name';
import { useNewPassphrase } from '../secrets/use-new-passphrase';
import css from './Settings.module.css';
import { useStep } from './use-step';

const FORM = 'add-keeper';

/** Another person: their name, a passphrase of their own, the number they open with. */
export function AddKeeper({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const [slot, setSlot] = useState<number>();
  const passphrase = useNewPassphrase();
  const { isPending, error, run } = useStep();
  const fault = isTried ? nameFault(name) : undefined;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const isReady = await passphrase.check();
    if (!isReady || nameFault(name) !== undefined || isPending) return;
    const bytes = passphrase.bytes();
    const result = await run(() => rihai.keepers.add({ name: name.trim(), passphrase: bytes }));
    bytes.fill(0);
    if (result.ok) setSlot(result.value.slot);
  };
  if (slot !== undefined) return <Added name={name.trim()} slot={slot} onClose={onClose} />;
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="keepers.add.title" />}
      foot={
        <Button kind="main" type="submit" form={FORM} isPending={isPending}>
          <T id={isPending ? 'keepers.deriving' : 'keepers.add.verb'} />
        </Button>
      }
    >
      <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
        <p className={css.lead}>
          <T id="keepers.add.lead" />
        </p>
        <TextField
          autoFocus
          label={t('keepers.name')}
          hint={<T id="keepers.name.hint" />}
          value={name}
          error={fault && t(`start.name.${fault}`)}
          onChange={setName}
        />
        <ChoosePassphrase {...passphrase.fields} />
        {error !== undefined && <CodedError error={error} />}
      </form>
    </Panel>
  );
}

type AddedProps = {
  readonly name: string;
  readonly slot: number;
  readonly onClose: () => void;
};

const Added = ({ name, slot, onClose }: AddedProps) => (
  <Panel
    isOpen
    onClose={onClose}
    title={<T id="keepers.added.title" values={{ name: <Name>{name}</Name> }} />}
    foot={
      <Button kind="main" onPress={onClose} autoFocus>
        <T id="keepers.added.close" />
      </Button>
    }
  >
    <p className={css.lead}>
      <T id="keepers.added" values={{ name: <Name>{name}</Name>, slot: <b>{slot}</b> }} />
    </p>
  </Panel>
);
