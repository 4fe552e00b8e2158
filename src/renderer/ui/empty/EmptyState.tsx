import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

type Props = {
  /** One sentence: what is not here, or that all is well. */
  readonly title: ReactNode;
  /** How to begin. */
  readonly children?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
};

/** Nothing here yet: says so, teaches one thing. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children !== undefined && <p className={css.how}>{children}</p>}
      {action}
    </div>
  );
}
