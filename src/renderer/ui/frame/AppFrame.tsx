import { Menu as MenuSign, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { T, useText } from '#i18n';
import { IconButton } from '../button/IconButton';
import { cx } from '../cx';
import css from './AppFrame.module.css';

type Props = {
  readonly sidebar: ReactNode;
  /** The sheet, and what stands beside it. */
  readonly children: ReactNode;
  /** What is wrong with all of it, above everything. */
  readonly alarm?: ReactNode;
  /** What holds for the whole window, in one line above the sheet. */
  readonly strip?: ReactNode;
  /** Undo, progress, news: at the foot, over nothing one types in. */
  readonly notices?: ReactNode;
};

/** The window: a sidebar on the desk, a sheet of paper joined to it. In a narrow window the sidebar is a menu. */
export function AppFrame({ sidebar, children, alarm, strip, notices }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <div className={css.frame}>
      <a
        href="#sheet"
        className={css.skip}
        onClick={(event) => {
          event.preventDefault();
          document.querySelector('main')?.focus();
        }}
      >
        <T id="ui.frame.skip" />
      </a>
      <div className={css.bar}>
        <IconButton
          icon={isOpen ? X : MenuSign}
          label={t(isOpen ? 'ui.frame.close' : 'ui.frame.open')}
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        />
      </div>
      <div className={cx(css.side, isOpen && css.open)} onClick={close}>
        {sidebar}
      </div>
      <main id="sheet" className={css.main} tabIndex={-1}>
        {alarm !== undefined && <div className={css.alarm}>{alarm}</div>}
        {strip !== undefined && <p className={css.strip}>{strip}</p>}
        {children}
      </main>
      <div role="region" aria-label={t('ui.notices')} className={css.notices}>
        {notices}
      </div>
    </div>
  );
}

type SplitProps = {
  /** Facets. */
  readonly start?: ReactNode;
  readonly children: ReactNode;
  /** An Inspector. */
  readonly end?: ReactNode;
  readonly endSize?: 'small' | 'medium' | 'large';
};

/** A sheet with what stands before and after it. Each part scrolls on its own, or below it where it is narrow. */
export function Split({ start, children, end, endSize = 'medium' }: SplitProps) {
  return (
    <div
      className={cx(
        css.split,
        start !== undefined && css.hasStart,
        end !== undefined && css[endSize],
      )}
    >
      {start}
      <div className={css.sheet} tabIndex={-1}>
        {children}
      </div>
      {end}
    </div>
  );
}
