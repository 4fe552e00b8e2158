import type { ReactNode } from 'react';
import { Wordmark } from '../frame/Wordmark';
import css from './LockLayout.module.css';

type Props = {
  /** The field, its buttons. No name of anyone, no count of anything. */
  readonly children: ReactNode;
  /** At the foot: languages. */
  readonly foot?: ReactNode;
};

/** The cover: wordmark before the line, the key after it. */
export function LockLayout({ children, foot }: Props) {
  return (
    <main className={css.cover} tabIndex={-1}>
      <h1 className={css.mark}>
        <Wordmark isLarge />
      </h1>
      <div className={css.key}>{children}</div>
      {foot !== undefined && <div className={css.foot}>{foot}</div>}
    </main>
  );
}
