import type { ReactNode } from 'react';
import { cx } from '../cx';
import css from './Inspector.module.css';

/** The sunk side of a sheet: what one glances at. */
export function Inspector({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <aside className={css.inspector} aria-label={label}>
      {children}
    </aside>
  );
}

type SectionProps = {
  readonly title: ReactNode;
  readonly count?: number;
  /** At the end of the heading: `all 23`, a level, a source. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
};

export function InspectorSection({ title, count, end, children }: SectionProps) {
  return (
    <section className={css.section}>
      <h2 className={css.title}>
        {title}
        {count !== undefined && <span className={css.count}>{count}</span>}
        {end !== undefined && <span className={css.more}>{end}</span>}
      </h2>
      {children}
    </section>
  );
}

type RowProps = {
  readonly children: ReactNode;
  /** Value at the end of the line: a chip, a count, `since 12 Apr`. */
  readonly end?: ReactNode;
  /** A second line, quieter. */
  readonly note?: ReactNode;
  readonly isName?: boolean;
  /** Makes the row something to press. */
  readonly onPress?: () => void;
};

/** One line of an inspector: what, its value, a note beneath. */
export function InspectorRow({ children, end, note, isName = false, onPress }: RowProps) {
  const inner = (
    <>
      <span className={cx(css.what, isName && css.name)}>{children}</span>
      {end !== undefined && <span className={css.end}>{end}</span>}
      {note !== undefined && <span className={css.note}>{note}</span>}
    </>
  );
  if (onPress === undefined) return <div className={css.row}>{inner}</div>;
  return (
    <button type="button" className={cx(css.row, css.press)} onClick={onPress}>
      {inner}
    </button>
  );
}
