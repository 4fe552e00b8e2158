import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import type { Result } from '#shared/ipc/result';
import { T, useText } from '#i18n';
import { Button, LockLayout } from '#ui';
import { WipeLocked } from '../wipe/WipeLocked';
import css from './Lock.module.css';
import { isSlip, OtherWays, SlotField, TypedSecret, type Way } from './TypedSecret';

const DamagedVault = lazy(() =>
  import('./DamagedVault').then((read) => ({ default: read.DamagedVault })),
);

type Props = {
  readonly chosen: {
    readonly slots: readonly number[];
    readonly recoverySlots: number;
  };
  /** The slot whose passphrase was wrong just now: the session that tried it has ended with it. */
  readonly refusedSlot?: number | undefined;
  readonly onOpened: () => void;
  /** Another vault, or a new one. */
  readonly onOther: () => void;
  /** A vault is to be made of a backup. */
  readonly onRestore: () => void;
};

type Opened = Result<{ readonly isReadOnly: boolean; readonly isDamaged: boolean }>;
/** What to do with a copy older than the one last used here. */
type Older = 'read' | 'restored';

const WRONG = new CallError({ code: 'vault/passphrase', params: {} });

/** Damage that keeps a vault from being opened at all: a backup is what is left. */
const HOPELESS: readonly string[] = ['db/damaged', 'db/plaintext', 'vault/header-damaged'];

/** The cover: a passphrase, the recovery sheet or shares of it, and nothing about any case. */
export function LockScreen({ chosen, refusedSlot, onOpened, onOther, onRestore }: Props) {
  const [way, setWay] = useState<Way>('passphrase');
  const [slot, setSlot] = useState(String(refusedSlot ?? chosen.slots[0] ?? 1));
  const opening = useOpening(onOpened, refusedSlot === undefined ? undefined : WRONG);
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
  if (opening.isDamaged)
    return (
      <Suspense>
        <DamagedVault onRead={onOpened} />
      </Suspense>
    );
  return (
    <LockLayout foot={<Foot onOther={onOther} onRestore={onRestore} />}>
      <form className={css.form} onSubmit={submit}>
        {way === 'passphrase' && chosen.slots.length > 1 && (
          <SlotField slots={chosen.slots} value={slot} onChange={setSlot} />
        )}
        <TypedSecret
          way={way}
          value={opening.typed}
          error={error}
          isBlank={opening.isBlank}
          onChange={opening.setTyped}
        />
        <Ways way={way} onTurn={turn} isPending={isPending} />
        {error !== undefined && !isSlip(error, way) && (
          <Trouble error={error} onChoose={enter} onRestore={onRestore} isPending={isPending} />
        )}
      </form>
    </LockLayout>
  );
}

type FootProps = Pick<Props, 'onOther' | 'onRestore'>;

/** What else there is to do than opening this vault. */
const Foot = ({ onOther, onRestore }: FootProps) => (
  <span className={css.other}>
    <Button kind="quiet" onPress={onOther}>
      <T id="lock.other" />
    </Button>
    <Button kind="quiet" onPress={onRestore}>
      <T id="lock.restore" />
    </Button>
    <WipeLocked />
  </span>
);

type WaysProps = {
  readonly way: Way;
  readonly onTurn: (way: Way) => void;
  readonly isPending: boolean;
};

function Ways({ way, onTurn, isPending }: WaysProps) {
  const t = useText();
  return (
    <div className={css.actions}>
      <Button isLarge kind="main" type="submit" keys={t('keys.enter')} isPending={isPending}>
        <T id="lock.open" />
      </Button>
      <OtherWays way={way} onTurn={onTurn} />
    </div>
  );
}

type TroubleProps = OlderProps & Pick<Props, 'onRestore'> & { readonly error: CallError };

/** What keeps the vault closed, and what can be done about it. */
const Trouble = ({ error, onRestore, ...older }: TroubleProps) => (
  <>
    <CodedError error={error} />
    {error.code === 'vault/rollback' && <OlderWays {...older} />}
    {HOPELESS.includes(error.code) && (
      <div className={css.actions}>
        <Button onPress={onRestore}>
          <T id="lock.restore" />
        </Button>
      </div>
    )}
  </>
);

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

/** What is typed, the call that tries it, and what came of it; it begins with what came of the try before. */
function useOpening(onOpened: () => void, before: CallError | undefined) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState(before);
  const [isPending, setPending] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const [isDamaged, setDamaged] = useState(false);
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
    setDamaged(result.value.isDamaged);
    if (result.value.isDamaged) return;
    if (result.value.isReadOnly) sayTrouble(new CallError({ code: 'vault/read-only', params: {} }));
    onOpened();
  };
  const type = (text: string): void => {
    setError(undefined);
    setBlank(false);
    setTyped(text);
  };
  return { typed, setTyped: type, error, isBlank, isPending, isDamaged, open };
}
