import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Wordmark } from '../frame/Wordmark';
import css from './StartLayout.module.css';

type StartProps = {
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  /** Id of the step one is at; those before it are done. */
  readonly current: string;
  /** Sheet rows. */
  readonly children: ReactNode;
  /** The button that goes on, always in view. */
  readonly go: ReactNode;
  /** Pages as they will print. */
  readonly aside?: ReactNode;
  /** Over an open window, whose main part it is not. */
  readonly isOver?: boolean;
};

/** First start: the steps, the sheet, what comes of it. */
export function StartLayout({ steps, current, children, go, aside, isOver }: StartProps) {
  const Middle = isOver === true ? 'div' : 'main';
  const at = steps.findIndex(({ id }) => id === current);
  return (
    <div className={css.start}>
      <header className={css.steps}>
        <Wordmark />
        <ol>
          {steps.map(({ id, label }, index) => (
            <li
              key={id}
              className={index === at ? css.now : index < at ? css.done : ''}
              aria-current={index === at ? 'step' : undefined}
            >
              {label}
            </li>
          ))}
        </ol>
      </header>
      <Middle className={css.middle} tabIndex={-1}>
        <div className={css.scroll}>{children}</div>
        <div className={css.go}>{go}</div>
      </Middle>
      {aside !== undefined && <aside className={css.aside}>{aside}</aside>}
    </div>
  );
}

/** A page as it will print: paper in both themes. */
export function PrintPage({ children }: { readonly children: ReactNode }) {
  return <div className={css.page}>{children}</div>;
}

type OverProps = { readonly label: string; readonly children: ReactNode };

/** A StartLayout over an open window. It is left by its own buttons alone: what it shows is shown once. */
export const OverWindow = ({ label, children }: OverProps) => (
  <ModalOverlay isOpen isKeyboardDismissDisabled className={css.over ?? ''}>
    <Modal className={css.whole ?? ''}>
      <Dialog aria-label={label} className={css.whole ?? ''}>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);
