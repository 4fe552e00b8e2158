import { useState, type SyntheticEvent } from 'react';
import { T, useText } from '#i18n';
import { rihai, secretBytes } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, PassphraseField } from '#ui';
import { useMoments } from '../history/use-moments';
import css from './Settings.module.css';
import { useStep } from './use-step';

type Props = { readonly stem: string; readonly onClose: () => void };

const FORM = 'drill';

/** Practises what one would do on the worst night: restores a backup, reads all of it, takes it away. */
export function Drill({ stem, onClose }: Props) {
  const t = useText();
  const moment = useMoments();
  const [typed, setTyped] = useState('');
  const [isBlank, setBlank] = useState(false);
  const [done, setDone] = useState<{ readonly madeMs: number; readonly blobs: number }>();
  const { isPending, error, run } = useStep();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBlank(typed === '');
    if (typed === '' || isPending) return;
    const passphrase = secretBytes(typed);
    const result = await run(() => rihai.backups.drill({ stem, passphrase }));
    passphrase.fill(0);
    if (result.ok) setDone(result.value);
  };
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="backups.drill.title" />}
      foot={
        done === undefined ? (
          <Button kind="main" type="submit" form={FORM} isPending={isPending}>
            <T id={isPending ? 'backups.drill.doing' : 'backups.drill.verb'} />
          </Button>
        ) : (
          <Button kind="main" onPress={onClose} autoFocus>
            <T id="keepers.added.close" />
          </Button>
        )
      }
    >
      {done === undefined ? (
        <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
          <p className={css.lead}>
            <T id="backups.drill.lead" />
          </p>
          <PassphraseField
            autoFocus
            label={t('backups.drill.passphrase')}
            value={typed}
            error={isBlank ? t('lock.blank') : undefined}
            onChange={setTyped}
          />
          {error !== undefined && <CodedError error={error} />}
        </form>
      ) : (
        <p className={css.lead} role="status">
          <T id="backups.drill.done" values={{ when: moment(done.madeMs), count: done.blobs }} />
        </p>
      )}
    </Panel>
  );
}
