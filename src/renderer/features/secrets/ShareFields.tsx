import { Plus } from 'lucide-react';
import { T, useText } from '#i18n';
import { Button, PassphraseField } from '#ui';
import css from './Secrets.module.css';

const MOST = 5;

/** Papers as they are typed, as the calls take them: one a line. */
export const sharesText = (shares: readonly string[]): string =>
  shares
    .map((share) => share.trim())
    .filter((share) => share !== '')
    .join('\n');

type Props = {
  readonly shares: readonly string[];
  readonly onChange: (shares: readonly string[]) => void;
  readonly error: string | undefined;
  readonly isLarge?: boolean;
};

/** A field for each paper that was brought together. */
export function ShareFields({ shares, onChange, error, isLarge = false }: Props) {
  const t = useText();
  return (
    <div className={css.choice}>
      {shares.map((share, at) => (
        <PassphraseField
          key={at}
          autoFocus={at === 0}
          isLarge={isLarge}
          label={t('share.label', { number: at + 1 })}
          hint={at === 0 ? <T id="share.hint" /> : undefined}
          value={share}
          error={at === 0 ? error : undefined}
          onChange={(text) => {
            onChange(shares.map((one, index) => (index === at ? text : one)));
          }}
        />
      ))}
      {shares.length < MOST && (
        <div className={css.buttons}>
          <Button
            kind="quiet"
            icon={Plus}
            onPress={() => {
              onChange([...shares, '']);
            }}
          >
            <T id="share.more" />
          </Button>
        </div>
      )}
    </div>
  );
}
