import type { ReactNode } from 'react';
import { T } from '#i18n';
import css from './Damage.module.css';

type Props = {
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly string[];
  /** Said where there are more. */
  readonly children: ReactNode;
};

/** What could not be read. */
export const Lost = ({ count, lines, children }: Props) => (
  <>
    <p className={css.lead}>
      <T id="damage.export.lost" values={{ count }} />
    </p>
    {count > 0 && (
      <ul className={css.lost} tabIndex={0}>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
        {count > lines.length && <li>{children}</li>}
      </ul>
    )}
  </>
);
