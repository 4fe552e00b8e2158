import type { ReactNode } from 'react';
import css from './FactsRow.module.css';

type Props = {
  /** A line each. */
  readonly children: ReactNode;
  /** Buttons, or what else stands beside the lines. */
  readonly acts?: ReactNode;
};

/** What is known of one thing, line by line, and beside it what can be done with it. */
export const FactsRow = ({ children, acts }: Props) => (
  <div className={css.row}>
    <div className={css.facts}>{children}</div>
    {Boolean(acts) && <div className={css.acts}>{acts}</div>}
  </div>
);
