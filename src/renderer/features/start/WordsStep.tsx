import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { Button, cx, SheetRow } from '#ui';
import { OwnPassphrase } from '../secrets/OwnPassphrase';
import { isStrong, useVerdict } from '../secrets/use-verdict';
import type { Making } from './model';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly making: Making;
  readonly onChange: (part: Partial<Making>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Six words drawn by chance, or a passphrase of one's own that is strong enough. */
export function WordsStep({ making, onChange, onNext, onBack }: Props) {
  const t = useText();
  const verdict = useVerdict(making.isOwn ? making.own : '');
  const [isTried, setTried] = useState(false);
  const draw = (): void => {
    void rihai.vault.suggestPassphrase().then((result) => {
      if (result.ok) onChange({ words: result.value.words, again: '' });
      else sayTrouble(new CallError(result.error));
    });
  };
  const next = async (): Promise<void> => {
    setTried(true);
    if (await isStrong(making, verdict)) onNext();
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
      onNext={() => {
        void next();
      }}
      onBack={onBack}
    >
      {making.isOwn ? (
        <SheetRow>
          <div className={css.fields}>
            <OwnPassphrase
              autoFocus
              isLarge
              label={t('lock.passphrase')}
              value={making.own}
              verdict={verdict}
              isTried={isTried}
              onChange={(own) => {
                onChange({ own, again: '' });
              }}
            />
          </div>
        </SheetRow>
      ) : (
        <Drawn words={making.words} />
      )}
      <OtherWay isOwn={making.isOwn} onDraw={draw} onTurn={turn} />
    </StepLayout>
  );
}

type OtherProps = {
  readonly isOwn: boolean;
  readonly onDraw: () => void;
  readonly onTurn: () => void;
};

/** Other words, or the other kind of passphrase. */
const OtherWay = ({ isOwn, onDraw, onTurn }: OtherProps) => (
  <SheetRow>
    <div className={cx(css.buttons, isOwn && css.quiet)}>
      {!isOwn && (
        <Button icon={RefreshCw} onPress={onDraw}>
          <T id="start.words.others" />
        </Button>
      )}
      <Button kind="quiet" onPress={onTurn}>
        <T id={isOwn ? 'start.own.drawn' : 'start.words.own'} />
      </Button>
    </div>
    {!isOwn && (
      <p className={css.hint}>
        <T id="start.words.hint" />
      </p>
    )}
  </SheetRow>
);

function Drawn({ words }: { readonly words: readonly string[] }) {
  return words.map((word, at) => (
    <SheetRow key={word} margin={at + 1}>
      <bdi className={css.word}>{word}</bdi>
    </SheetRow>
  ));
}
