import type { ReactNode } from 'react';
import { cx } from '#ui';
import { hrefOf, useGo, type Destination } from '#renderer/app/navigation';
import css from './GoLink.module.css';

type Props = {
  readonly to: Destination;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A name that leads to its file; underlined when pointed at or stood on. */
export function GoLink({ to, children, className }: Props) {
  const go = useGo();
  return (
    <a
      href={hrefOf(to)}
      className={cx(css.link, className)}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
