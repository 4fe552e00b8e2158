import { useQueryClient } from '@tanstack/react-query';
import { Check, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { useErrorWords } from '#renderer/app/errors';
import { vaultQuery } from '#renderer/app/queries';
import { Button, Chip, PassphraseField } from '#ui';
import { Fact } from './Fact';
import css from './Settings.module.css';

/** Whether the recovery sheet was ever tried, and a way to try it without locking. */
export function Rehearsal({ isDone }: { readonly isDone: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Fact label={<T id="settings.recovery" />}>
      <span className={css.line}>
        {isDone ? (
          <Chip tone="met" icon={Check}>
            <T id="settings.recovery.done" />
          </Chip>
        ) : (
          <Chip tone="due" icon={Hourglass}>
            <T id="settings.recovery.due" />
          </Chip>
        )}
        {!isOpen && (
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            {t(isDone ? 'settings.recovery.again' : 'settings.recovery.try')}
          </Button>
        )}
      </span>
      {isOpen && (
        <Try
          onEnd={() => {
            setOpen(false);
          }}
        />
      )}
    </Fact>
  );
}

function Try({ onEnd }: { readonly onEnd: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const wordsOf = useErrorWords();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = async (): Promise<void> => {
    const key = secretBytes(typed);
    if (key.length === 0) {
      setFault(t('lock.blank'));
      return;
    }
    const result = await rihai.vault.rehearse({ key });
    key.fill(0);
    if (!result.ok) setFault(wordsOf(new CallError(result.error)).what);
    else if (!result.value.isRight) setFault(t('settings.recovery.wrong'));
    else {
      await client.invalidateQueries({ queryKey: vaultQuery.queryKey });
      onEnd();
    }
  };
  return (
    <form
      className={css.fields}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PassphraseField
        autoFocus
        label={t('lock.recovery')}
        hint={<T id="lock.recovery.hint" />}
        value={typed}
        error={fault}
        onChange={(text) => {
          setFault(undefined);
          setTyped(text);
        }}
      />
      <div className={css.line}>
        <Button type="submit" kind="main">
          <T id="settings.recovery.check" />
        </Button>
        <Button kind="quiet" onPress={onEnd}>
          <T id="ui.cancel" />
        </Button>
      </div>
    </form>
  );
}
