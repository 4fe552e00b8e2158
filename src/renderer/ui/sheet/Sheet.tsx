import type { ReactNode } from 'react';
import { cx } from '../cx';
import css from './Sheet.module.css';

/** A working sheet: one ruled line, time on one side of it, the matter on the other. */
export function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={css.sheet}>{children}</div>;
}

/** A head over a list that fills the rest and scrolls on its own. */
export function ListSheet({
  head,
  children,
}: {
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.list}>
      {head}
      {children}
    </div>
  );
}

type HeadProps = {
  readonly margin?: ReactNode;
  readonly title: ReactNode;
  /** Said beside the title, quieter. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  /** For a page that says one thing: first start. */
  readonly isLarge?: boolean;
};

/** The head of a place: its title in the record's voice, and what can be done here. */
export function SheetHead({ margin, title, note, actions, children, isLarge = false }: HeadProps) {
  return (
    <header className={cx(css.line, css.head, isLarge && css.large)}>
      <div className={css.margin}>{margin}</div>
      <div className={css.text}>
        <div className={css.headline}>
          <div className={css.words}>
            <h1 className={css.title}>{title}</h1>
            {note !== undefined && <span className={css.note}>{note}</span>}
          </div>
          {actions !== undefined && <div className={css.actions}>{actions}</div>}
        </div>
        {children}
      </div>
    </header>
  );
}

type SectionProps = {
  readonly margin?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly end?: ReactNode;
};

/** A heading within the sheet. */
export function SheetSection({ margin, title, note, end }: SectionProps) {
  return (
    <div className={cx(css.line, css.section)}>
      <div className={css.margin}>{margin}</div>
      <div className={cx(css.text, css.flow)}>
        <h2>{title}</h2>
        {note !== undefined && <span className={css.note}>{note}</span>}
        {end !== undefined && <span className={css.end}>{end}</span>}
      </div>
    </div>
  );
}

type RowProps = {
  /** What the line is looked up by: hour, date, section, days. */
  readonly margin?: ReactNode;
  readonly children: ReactNode;
  /** No hairline above: a further line of the same matter. */
  readonly isContinued?: boolean;
  /** `strong` parts the sheet, `active` is the row being worked on. */
  readonly look?: 'strong' | 'active';
};

/** One ruled line: margin, line, matter. */
export function SheetRow({ margin, children, isContinued = false, look }: RowProps) {
  return (
    <div className={cx(css.line, css.row, isContinued && css.continued, look && css[look])}>
      <div className={css.margin}>
        <bdi>{margin}</bdi>
      </div>
      <div className={css.text}>{children}</div>
    </div>
  );
}
