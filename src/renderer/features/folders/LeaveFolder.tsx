import { useState } from 'react';
import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Checkbox, Dialog } from '#ui';
import { useStep } from '../settings/use-step';
import css from '../parts/Carried.module.css';
import type { Folder } from './model';

type Props = { readonly folder: Folder; readonly onClose: () => void };

/** Stops using a folder; what came through it stays. */
export function LeaveFolder({ folder: { id, group }, onClose }: Props) {
  const { isPending, error, run } = useStep();
  const [clear, setClear] = useState(false);
  const leave = async (): Promise<void> => {
    if (isPending) return;
    const result = await run(() => rihai.folders.remove({ id, clear }));
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="folders.leave.title" values={{ group: <Name>{group}</Name> }} />}
      verb={<T id="folders.leave" />}
      onVerb={() => void leave()}
      isPending={isPending}
    >
      <div className={css.form}>
        <p>
          <T id="folders.leave.lead" />
        </p>
        <Checkbox isSelected={clear} onChange={setClear}>
          <T id="folders.leave.clear" />
        </Checkbox>
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Dialog>
  );
}
