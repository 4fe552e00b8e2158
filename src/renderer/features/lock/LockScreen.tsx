import { useState, type SyntheticEvent } from 'react';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { useErrorWords } from '#renderer/app/errors';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import type { Result } from '#shared/ipc/result';
import { T, useText } from '#i18n';
import { Button, LockLayout, PassphraseField, RadioGroup } from '#ui';
import { ShareFields, sharesText } from '../secrets/ShareFields';
import { useKeyboardLayout } from './keyboard-layout';
import css from './Lock.module.css';

type Props = {
  readonly chosen: {
    readonly slots: readonly number[];
    readonly recoverySlots: number;
  };
  readonly onOpened: () => void;
  /** Another vault, or a new one. */
  readonly onOther: () => void;
};

type Opened = Result<{ readonly isReadOnly: boolean }>;
/** What to do with a copy older than the one last used here. */
type Older = 'read' | 'restored';
const WAYS = ['passphrase', 'recovery', 'shares'] as const;
type Way = (typeof WAYS)[number];

/** A slip of the one who types, said at the field; all else is said beneath. */
const SLIPS: readonly string[] = ['vault/passphrase', 'vault/recovery-key', 'vault/slot'];

/** The cover: a passphrase, the recovery sheet or shares of it, and nothing about any case. */
export function LockScreen({ chosen, onOpened, onOther }: Props) {
  const t = useText();
  const [way, setWay] = useState<Way>('passphrase');
  const [slot, setSlot] = useState(String(chosen.slots[0] ?? 1));
  const opening = useOpening(onOpened);
  const { error, isPending, open } = opening;
  const turn = (other: Way): void => {
    opening.setTyped('');
    setWay(other);
  };
  const enter = (older?: Older): void => {
    void open((secret) => {
      if (way === 'passphrase')
        return rihai.vault.unlock({ slot: Number(slot), passphrase: secret, older });
      return way === 'recovery'
        ? rihai.vault.unlockWithRecovery({ key: secret, older })
        : rihai.vault.unlockWithShares({ shares: secret, older });
    });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    enter();
  };
  return (
    <LockLayout
      foot={
        <span className={css.other}>
          <Button kind="quiet" onPress={onOther}>
            <T id="lock.other" />
          </Button>
        </span>
      }
    >
      <form className={css.form} onSubmit={submit}>
        {way === 'passphrase' && chosen.slots.length > 1 && (
          <SlotField slots={chosen.slots} value={slot} onChange={setSlot} />
        )}
        <Typed way={way} opening={opening} />
        <div className={css.actions}>
          <Button isLarge kind="main" type="submit" keys={t('keys.enter')} isPending={isPending}>
            <T id="lock.open" />
          </Button>
          <OtherWays way={way} onTurn={turn} />
        </div>
        {error !== undefined && (way === 'shares' || !SLIPS.includes(error.code)) && (
          <CodedError error={error} />
        )}
        {error?.code === 'vault/rollback' && <OlderWays onChoose={enter} isPending={isPending} />}
      </form>
    </LockLayout>
  );
}

type WaysProps = { readonly way: Way; readonly onTurn: (way: Way) => void };

/** The ways in that are not taken now. */
function OtherWays({ way, onTurn }: WaysProps) {
  const t = useText();
  return WAYS.filter((other) => other !== way).map((other) => (
    <Button
      key={other}
      isLarge
      kind="quiet"
      onPress={() => {
        onTurn(other);
      }}
    >
      {t(`lock.use.${other}`)}
    </Button>
  ));
}

type TypedProps = { readonly way: Way; readonly opening: ReturnType<typeof useOpening> };

/** What is typed to open it: one line, or as many papers as were brought together. */
function Typed({ way, opening }: TypedProps) {
  const t = useText();
  const [shares, setShares] = useState<readonly string[]>(['', '']);
  const { typed, setTyped, error, isBlank } = opening;
  if (way !== 'shares')
    return (
      <SecretField
        key={way}
        way={way}
        value={typed}
        error={error}
        isBlank={isBlank}
        onChange={setTyped}
      />
    );
  return (
    <ShareFields
      isLarge
      shares={shares}
      error={isBlank ? t('lock.blank') : undefined}
      onChange={(papers) => {
        setShares(papers);
        setTyped(sharesText(papers));
      }}
    />
  );
}

type OlderProps = { readonly onChoose: (older: Older) => void; readonly isPending: boolean };

/** The two ways into a copy that is older than the one last used here. */
function OlderWays({ onChoose, isPending }: OlderProps) {
  const t = useText();
  return (
    <div className={css.actions}>
      {(['read', 'restored'] as const).map((older) => (
        <Button
          key={older}
          isPending={isPending}
          onPress={() => {
            onChoose(older);
          }}
        >
          {t(`lock.older.${older}`)}
        </Button>
      ))}
    </div>
  );
}

type SlotProps = {
  readonly slots: readonly number[];
  readonly value: string;
  readonly onChange: (slot: string) => void;
};

function SlotField({ slots, value, onChange }: SlotProps) {
  const t = useText();
  return (
    <RadioGroup
      isInline
      label={t('lock.slot')}
      hint={<T id="lock.slot.hint" />}
      options={slots.map((one) => ({ id: String(one), label: String(one) }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** What is typed, the call that tries it, and what came of it. */
function useOpening(onOpened: () => void) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<CallError>();
  const [isPending, setPending] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const open = async (call: (secret: Uint8Array) => Promise<Opened>): Promise<void> => {
    if (isPending) return;
    setBlank(typed === '');
    if (typed === '') return;
    setPending(true);
    setError(undefined);
    const secret = secretBytes(typed);
    const result = await call(secret).finally(() => {
      secret.fill(0);
      setPending(false);
    });
    if (!result.ok) {
      setError(new CallError(result.error));
      return;
    }
    setTyped('');
    if (result.value.isReadOnly) sayTrouble(new CallError({ code: 'vault/read-only', params: {} }));
    onOpened();
  };
  const type = (text: string): void => {
    setError(undefined);
    setBlank(false);
    setTyped(text);
  };
  return { typed, setTyped: type, error, isBlank, isPending, open };
}

type FieldProps = {
  readonly way: Way;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: CallError | undefined;
  readonly isBlank: boolean;
};

function SecretField({ way, value, onChange, error, isBlank }: FieldProps) {
  const t = useText();
  const wordsOf = useErrorWords();
  const row = useKeyboardLayout();
  const isSlip = error !== undefined && SLIPS.includes(error.code);
  const words = isSlip ? wordsOf(error) : undefined;
  return (
    <PassphraseField
      isLarge
      autoFocus
      label={t(way === 'passphrase' ? 'lock.passphrase' : 'lock.recovery')}
      hint={way === 'recovery' ? <T id="lock.recovery.hint" /> : undefined}
      value={value}
      onChange={onChange}
      error={isBlank ? t('lock.blank') : words && `${words.what} ${words.safe} ${words.next}`}
      layout={row === undefined ? undefined : t('lock.layout', { row })}
    />
  );
}
