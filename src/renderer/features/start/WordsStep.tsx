import { RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { T, useText } from '#i18n';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { Button, cx, PassphraseField, SheetRow, Strength } from '#ui';
import type { Making } from './model';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly making: Making;
  readonly onChange: (part: Partial<Making>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

type Verdict = OutputOf<Contract['vault']['checkPassphrase']>;

/** Six words drawn by chance, or a passphrase of one's own that is strong enough. */
export function WordsStep({ making, onChange, onNext, onBack }: Props) {
  const verdict = useVerdict(making.isOwn ? making.own : '');
  const [isTried, setTried] = useState(false);
  const draw = (): void => {
    void rihai.vault.suggestPassphrase().then((result) => {
      if (result.ok) onChange({ words: result.value.words, again: '' });
      else sayTrouble(new CallError(result.error));
    });
  };
  const next = (): void => {
    setTried(true);
    const isReady = making.isOwn
      ? verdict !== undefined && verdict.fault === undefined
      : making.words.length > 0;
    if (isReady) onNext();
  };
  const turn = (): void => {
    setTried(false);
    onChange({ isOwn: !making.isOwn, again: '' });
  };
  return (
    <StepLayout
      step="words"
      title={<T id={making.isOwn ? 'start.own.title' : 'start.words.title'} />}
      lead={<T id={making.isOwn ? 'start.own.lead' : 'start.words.lead'} />}
      next={<T id={making.isOwn ? 'start.next' : 'start.words.next'} />}
      onNext={next}
      onBack={onBack}
    >
      {making.isOwn ? (
        <Own making={making} verdict={verdict} isTried={isTried} onChange={onChange} />
      ) : (
        <Drawn words={making.words} />
      )}
      <SheetRow>
        <div className={cx(css.buttons, making.isOwn && css.quiet)}>
          {!making.isOwn && (
            <Button icon={RefreshCw} onPress={draw}>
              <T id="start.words.others" />
            </Button>
          )}
          <Button kind="quiet" onPress={turn}>
            <T id={making.isOwn ? 'start.own.drawn' : 'start.words.own'} />
          </Button>
        </div>
        {!making.isOwn && (
          <p className={css.hint}>
            <T id="start.words.hint" />
          </p>
        )}
      </SheetRow>
    </StepLayout>
  );
}

function Drawn({ words }: { readonly words: readonly string[] }) {
  return words.map((word, at) => (
    <SheetRow key={word} margin={at + 1}>
      <bdi className={css.word}>{word}</bdi>
    </SheetRow>
  ));
}

type OwnProps = Pick<Props, 'making' | 'onChange'> & {
  readonly verdict: Verdict | undefined;
  readonly isTried: boolean;
};

function Own({ making, verdict, isTried, onChange }: OwnProps) {
  const t = useText();
  const fault = verdict?.fault ?? (making.own === '' ? 'empty' : undefined);
  return (
    <SheetRow>
      <div className={css.fields}>
        <PassphraseField
          autoFocus
          isLarge
          label={t('lock.passphrase')}
          hint={<T id="start.own.hint" />}
          value={making.own}
          error={isTried && fault !== undefined ? t(`start.fault.${fault}`) : undefined}
          onChange={(own) => {
            onChange({ own, again: '' });
          }}
        />
        {making.own !== '' && (
          <Strength
            label={t('start.own.strength')}
            score={([0, 1, 2, 3, 4] as const)[verdict?.score ?? 0] ?? 0}
            verdict={verdict === undefined ? '' : t(wordsOf(verdict))}
          />
        )}
      </div>
    </SheetRow>
  );
}

/** Nothing is called strong before it was judged. */
const wordsOf = ({ fault }: Verdict) =>
  fault === undefined ? ('start.own.strong' as const) : (`start.fault.${fault}` as const);

const PAUSE_MS = 150;

/** What is thought of a passphrase, shortly after it was typed; it is kept in no cache. */
function useVerdict(passphrase: string): Verdict | undefined {
  const [judged, setJudged] = useState<{ readonly of: string; readonly verdict: Verdict }>();
  useEffect(() => {
    if (passphrase === '') return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      const bytes = secretBytes(passphrase);
      void rihai.vault.checkPassphrase({ passphrase: bytes }).then((result) => {
        bytes.fill(0);
        if (result.ok && !isGone) setJudged({ of: passphrase, verdict: result.value });
      });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return judged?.of === passphrase ? judged.verdict : undefined;
}
