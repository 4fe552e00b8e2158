import type { ReactNode } from 'react';
import { cx } from '../cx';
import css from './CustodyPicture.module.css';

type LaneProps = {
  readonly label?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One lane of the picture: its name in the margin, its marks at the line. */
export function Lane({ label, className, children }: LaneProps) {
  return (
    <div className={css.line}>
      <div className={css.margin}>{label}</div>
      <div className={css.text}>
        <div className={cx(css.lane, className)}>{children}</div>
      </div>
    </div>
  );
}
