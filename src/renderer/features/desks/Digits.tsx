import { T, useText } from '#i18n';
import { cx, text } from '#ui';
import css from './Desks.module.css';

type Props = {
  readonly digits: readonly string[];
  /** To be read out across a table. */
  readonly isLarge?: boolean;
};

/** Eight groups of five digits. A screen reader says them one by one, as a person would. */
export function Digits({ digits, isLarge = false }: Props) {
  const t = useText();
  return (
    <ol className={cx(css.digits, isLarge && css.large)} aria-label={t('desks.digits')} dir="ltr">
      {digits.map((group, at) => (
        <li key={at}>
          <span aria-hidden="true">{group}</span>
          <span className={text.hidden}>
            <T
              id="desks.digits.spoken"
              values={{ group: at + 1, digits: group.replaceAll(/(\d)(?=\d)/gu, '$1 ') }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
