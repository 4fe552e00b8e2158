import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { T } from '#i18n';
import { Button } from '../button/Button';
import css from './Dialog.module.css';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question. */
  readonly title: ReactNode;
  /** What leaves or dies, and what stays. */
  readonly children: ReactNode;
  /** The verb of the main button: `Save unsealed`, never `OK`. */
  readonly verb: ReactNode;
  readonly onVerb: () => void;
  /** It cannot be undone. */
  readonly isRisk?: boolean;
  readonly isPending?: boolean;
  /** Why the verb cannot be pressed yet. */
  readonly off?: string | undefined;
  /** A safer way, between the verb and Cancel. */
  readonly other?: ReactNode;
};

/** Only where something leaves the vault or dies; all else is saved and undone. */
export function Dialog(props: Props) {
  const {
    isOpen,
    onClose,
    title,
    children,
    verb,
    onVerb,
    isRisk = false,
    isPending,
    off,
    other,
  } = props;
  return (
    <ModalOverlay
      className={css.veil}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      isDismissable
    >
      <Modal className={css.modal}>
        <AriaDialog role="alertdialog" className={css.dialog}>
          <Heading slot="title" className={css.title}>
            {title}
          </Heading>
          <div className={css.body}>{children}</div>
          <div className={css.actions}>
            <Button
              kind={isRisk ? 'risk' : 'main'}
              onPress={onVerb}
              isPending={isPending}
              off={off}
            >
              {verb}
            </Button>
            {other}
            <Button kind="quiet" onPress={onClose} autoFocus={isRisk}>
              <T id="ui.cancel" />
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
