import type { ReactNode } from 'react';
import css from './Gallery.module.css';

/** A row of one component in several states. */
export function Stage({
  title,
  children,
  isStacked = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly isStacked?: boolean;
}) {
  return (
    <section className={css.stage}>
      <h2 className={css.title}>{title}</h2>
      <div className={isStacked ? css.stack : css.flow}>{children}</div>
    </section>
  );
}

/** Fields side by side, as in a form. */
export const Columns = ({ children }: { readonly children: ReactNode }) => (
  <div className={css.columns}>{children}</div>
);
