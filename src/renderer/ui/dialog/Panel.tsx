import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '#i18n';
import { IconButton } from '../button/IconButton';
import { cx } from '../cx';
import css from './Dialog.module.css';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** A form or a page to read; keep what was typed where it is closed. */
  readonly children: ReactNode;
  /** Buttons, always in view. */
  readonly foot?: ReactNode;
};

/** A form or a help sheet over the window. For what leaves or dies there is Dialog. */
export function Panel({ isOpen, onClose, title, children, foot }: Props) {
  const t = useText();
  return (
    <ModalOverlay
      className={css.veil}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
    >
      <Modal className={cx(css.modal, css.panel)}>
        <AriaDialog className={css.sheet}>
          <div className={css.top}>
            <Heading slot="title" className={css.title}>
              {title}
            </Heading>
            <IconButton icon={X} label={t('ui.dismiss')} onPress={onClose} />
          </div>
          <div className={css.scroll}>{children}</div>
          {foot !== undefined && <div className={cx(css.actions, css.foot)}>{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
