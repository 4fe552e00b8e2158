import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { Button, PassphraseField } from '#ui';
import { OwnPassphrase } from './OwnPassphrase';
import { isTypedAgain, type NewPassphrase } from './passphrase';
import css from './Secrets.module.css';
import type { Verdict } from './use-verdict';

type Props = {
  readonly chosen: NewPassphrase;
  readonly onChange: (part: Partial<NewPassphrase>) => void;
  readonly verdict: Verdict | undefined;
  readonly isTried: boolean;
};

const suggest = async (take: (words: readonly string[]) => void): Promise<void> => {
  const result = await rihai.vault.suggestPassphrase();
  if (result.ok) take(result.value.words);
  else sayTrouble(new CallError(result.error));
};

/** Draws six words when the form opens. */
function useDrawn(words: readonly string[], onChange: Props['onChange']): void {
  const isDrawn = words.length > 0;
  useEffect(() => {
    if (!isDrawn)
      void suggest((drawn) => {
        onChange({ words: drawn });
      });
    // Drawn once, when the form opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

/** A new passphrase within a form: six words drawn or one's own with the meter, and the same again. */
export function ChoosePassphrase({ chosen, onChange, verdict, isTried }: Props) {
  const t = useText();
  const { words, isOwn, own, again } = chosen;
  useDrawn(words, onChange);
  return (
    <div className={css.choice}>
      {isOwn ? (
        <OwnPassphrase
          label={t('secrets.new')}
          value={own}
          verdict={verdict}
          isTried={isTried}
          onChange={(text) => {
            onChange({ own: text, again: '' });
          }}
        />
      ) : (
        <Drawn words={words} />
      )}
      <div className={css.buttons}>
        {!isOwn && (
          <Button
            icon={RefreshCw}
            onPress={() =>
              void suggest((drawn) => {
                onChange({ words: drawn, again: '' });
              })
            }
          >
            <T id="start.words.others" />
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() => {
            onChange({ isOwn: !isOwn, again: '' });
          }}
        >
          <T id={isOwn ? 'start.own.drawn' : 'start.words.own'} />
        </Button>
      </div>
      <PassphraseField
        label={t('secrets.again')}
        hint={isOwn ? undefined : <T id="secrets.again.hint" />}
        value={again}
        error={isTried && !isTypedAgain(chosen) ? t('start.again.wrong') : undefined}
        onChange={(text) => {
          onChange({ again: text });
        }}
      />
    </div>
  );
}

function Drawn({ words }: Pick<NewPassphrase, 'words'>) {
  const t = useText();
  return (
    <ol className={css.words} aria-label={t('secrets.words')}>
      {words.map((word) => (
        <li key={word}>
          <bdi>{word}</bdi>
        </li>
      ))}
    </ol>
  );
}
