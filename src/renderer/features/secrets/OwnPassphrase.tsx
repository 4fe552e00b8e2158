import { T, useText } from '#i18n';
import { PassphraseField, Strength } from '#ui';
import css from './Secrets.module.css';
import type { Verdict } from './use-verdict';

type Props = {
  readonly value: string;
  readonly onChange: (own: string) => void;
  readonly verdict: Verdict | undefined;
  /** Somebody wanted to go on: say what is wrong. */
  readonly isTried: boolean;
  readonly label: string;
  readonly isLarge?: boolean;
  readonly autoFocus?: boolean;
};

/** A passphrase of one's own, with how hard it is to guess. */
export function OwnPassphrase({ value, onChange, verdict, isTried, label, ...look }: Props) {
  const t = useText();
  const fault = verdict?.fault ?? (value === '' ? 'empty' : undefined);
  const score = ([0, 1, 2, 3, 4] as const)[verdict?.score ?? 0] ?? 0;
  return (
    <div className={css.strong}>
      <PassphraseField
        {...look}
        label={label}
        hint={<T id="start.own.hint" />}
        value={value}
        error={isTried && fault !== undefined ? t(`start.fault.${fault}`) : undefined}
        onChange={onChange}
      />
      {value !== '' && (
        <Strength
          label={t('start.own.strength')}
          score={score}
          verdict={verdict === undefined ? '' : t(wordsOf(verdict))}
        />
      )}
    </div>
  );
}

/** Nothing is called strong before it was judged. */
const wordsOf = ({ fault }: Verdict) =>
  fault === undefined ? ('start.own.strong' as const) : (`start.fault.${fault}` as const);
