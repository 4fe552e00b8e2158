import type { ReactNode } from 'react';
import { cx } from '../cx';
import css from './Clock.module.css';

export type ClockStep = {
  readonly text: ReactNode;
  /** Where the fact comes from: `arrest memo, p. 2`. */
  readonly source?: ReactNode;
};

type Props = {
  /** The right or limit in plain words; left out where a heading above says it. */
  readonly title?: ReactNode;
  readonly steps: readonly ClockStep[];
  /** The sum line under the steps. */
  readonly sum: ReactNode;
  /** Rule, confidence, year, and what else could be counted. */
  readonly basis: ReactNode;
  /** Buttons: use it, override it. */
  readonly actions?: ReactNode;
  /** Framed on the sheet, where it is not in a popover. */
  readonly isFramed?: boolean;
};

/** How a clock came to its answer, step by step, so that a lawyer can check it. */
export function ClockReasoning({ title, steps, sum, basis, actions, isFramed = false }: Props) {
  return (
    <div className={cx(isFramed && css.framed)}>
      {title !== undefined && <p className={css.title}>{title}</p>}
      <ol className={css.steps}>
        {steps.map((step, at) => (
          <li key={at}>
            <span>
              {step.text}{' '}
              {step.source !== undefined && <span className={css.source}>{step.source}</span>}
            </span>
          </li>
        ))}
      </ol>
      <p className={css.sum}>{sum}</p>
      <p className={css.basis}>{basis}</p>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
