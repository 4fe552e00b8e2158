import type { ReactNode } from 'react';
import css from './ErrorNote.module.css';

type Props = {
  /** What happened, one sentence. */
  readonly what: ReactNode;
  /** What is safe. */
  readonly safe?: ReactNode;
  /** What to do next, in words. */
  readonly next?: ReactNode;
  /** Buttons that do it. */
  readonly actions?: ReactNode;
  /** Code and reference number, for whoever helps. */
  readonly code?: string;
};

/** What happened, what is safe, what next; the code last. Read out at once. */
export function ErrorNote({ what, safe, next, actions, code }: Props) {
  return (
    <div className={css.error} role="alert">
      <p className={css.what}>{what}</p>
      {(safe !== undefined || next !== undefined) && (
        <p className={css.safe}>
          {safe} {next}
        </p>
      )}
      {(actions !== undefined || code !== undefined) && (
        <div className={css.foot}>
          {actions}
          {code !== undefined && <bdi className={css.code}>{code}</bdi>}
        </div>
      )}
    </div>
  );
}
