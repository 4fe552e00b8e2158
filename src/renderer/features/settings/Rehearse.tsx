import { useState, type SyntheticEvent } from 'react';
import { T, useText } from '#i18n';
import { rihai, secretBytes } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, PassphraseField } from '#ui';
import { ShareFields, sharesText } from '../secrets/ShareFields';
import css from './Settings.module.css';
import { useStep } from './use-step';

type Props = { readonly isSplit: boolean; readonly onClose: () => void };

const FORM = 'rehearse';

/** Tries a sheet, or shares, on the open vault. */
export function Rehearse({ isSplit, onClose }: Props) {
  const t = useText();
  const trying = useTrying(isSplit);
  const { typed, setTyped, shares, setShares, fault, isRight, isPending, error, submit } = trying;
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id={isSplit ? 'recovery.try.shares' : 'recovery.try.sheet'} />}
      foot={
        isRight ? (
          <Button kind="main" onPress={onClose} autoFocus>
            <T id="keepers.added.close" />
          </Button>
        ) : (
          <Button kind="main" type="submit" form={FORM} isPending={isPending}>
            <T id="recovery.try.verb" />
          </Button>
        )
      }
    >
      {isRight ? (
        <p className={css.lead} role="status">
          <T id="recovery.try.right" />
        </p>
      ) : (
        <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
          <p className={css.lead}>
            <T id="recovery.try.lead" />
          </p>
          {isSplit ? (
            <ShareFields shares={shares} onChange={setShares} error={fault} />
          ) : (
            <PassphraseField
              autoFocus
              label={t('lock.recovery')}
              hint={<T id="lock.recovery.hint" />}
              value={typed}
              error={fault}
              onChange={setTyped}
            />
          )}
          {error !== undefined && <CodedError error={error} />}
        </form>
      )}
    </Panel>
  );
}

/** What is typed from the paper, the call that tries it, and what came of it. */
function useTrying(isSplit: boolean) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [shares, setShares] = useState<readonly string[]>(['', '']);
  const [fault, setFault] = useState<string>();
  const [isRight, setRight] = useState(false);
  const { isPending, error, run } = useStep();
  const given = isSplit ? sharesText(shares) : typed.trim();
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setFault(given === '' ? t('lock.blank') : undefined);
    if (given === '' || isPending) return;
    const bytes = secretBytes(given);
    const result = await run(() =>
      isSplit
        ? rihai.recovery.rehearseShares({ shares: bytes })
        : rihai.vault.rehearse({ key: bytes }),
    );
    bytes.fill(0);
    if (!result.ok) return;
    setRight(result.value.isRight);
    if (!result.value.isRight) setFault(t('settings.recovery.wrong'));
  };
  const type = (text: string): void => {
    setFault(undefined);
    setTyped(text);
  };
  const tried = { fault, isRight, isPending, error, submit };
  return { typed, setTyped: type, shares, setShares, ...tried };
}
