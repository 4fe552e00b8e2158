import type { ReactNode } from 'react';
import { cx } from '../cx';
import css from './FactStrip.module.css';

export type Fact = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Since when, seen when, on paper or not. */
  readonly note?: ReactNode;
  /** A name or a line of words: it gets more of the room. */
  readonly isWide?: boolean;
};

/** The few facts of a header: label, value, note, parted by hairlines. */
export function FactStrip({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={css.strip}>
      {facts.map((fact) => (
        <div key={fact.id} className={cx(css.fact, fact.isWide && css.wide)}>
          <dt className={css.label}>{fact.label}</dt>
          <dd className={css.value}>{fact.value}</dd>
          {fact.note !== undefined && fact.note !== '' && <dd className={css.note}>{fact.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
