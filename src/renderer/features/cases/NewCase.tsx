import type { RecordId } from '#shared/domain/ids';
import { FormPanel } from '../forms';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMade: (id: RecordId) => void;
};

/** The form of a new case: open until somebody says otherwise. */
export function NewCase({ isOpen, onClose, onMade }: Props) {
  return (
    <FormPanel
      title={isOpen ? 'cases.add.title' : undefined}
      onClose={onClose}
      form={{
        kind: 'case',
        defaults: [{ path: 'status', value: 'open' }],
        onSaved: onMade,
        onCancel: onClose,
      }}
    />
  );
}
