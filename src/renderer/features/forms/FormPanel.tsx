import { useText, type MessageKey } from '#i18n';
import { Panel } from '#ui';
import type { ComponentProps } from 'react';
import { RecordForm } from './RecordForm';

type Props = {
  /** Its heading, where it is open; closed while undefined. */
  readonly title: MessageKey | undefined;
  readonly onClose: () => void;
  readonly form: ComponentProps<typeof RecordForm> | undefined;
};

/** A RecordForm over the window. Closing it keeps what was typed as a draft. */
export function FormPanel({ title, onClose, form }: Props) {
  const t = useText();
  return (
    <Panel isOpen={title !== undefined} onClose={onClose} title={title && t(title)}>
      {form && <RecordForm {...form} />}
    </Panel>
  );
}
