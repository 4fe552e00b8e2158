import type { ReactNode } from 'react';
import { SheetRow, text } from '#ui';
import css from './Settings.module.css';

type Props = { readonly label: ReactNode; readonly children: ReactNode };

/** One fact with its label. */
export const Fact = ({ label, children }: Props) => (
  <SheetRow>
    <div className={css.fact}>
      <span className={text.quiet}>{label}</span>
      <span>{children}</span>
    </div>
  </SheetRow>
);
