import type { ReactNode } from 'react';
import { Tooltip } from 'react-aria-components';
import css from './Tip.module.css';

/** A few words about a control, shown on hover and on focus. */
export function Tip({ children }: { readonly children: ReactNode }) {
  return (
    <Tooltip className={css.tip ?? ''} offset={6}>
      {children}
    </Tooltip>
  );
}
