import { useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog } from '#ui';
import { useStep } from '../settings/use-step';

type Props = { readonly bundle: string; readonly onClose: () => void };

/** Takes out again all that a bundle brought, but for what was worked on since. */
export function UndoArrival({ bundle, onClose }: Props) {
  const { isPending, error, run } = useStep();
  const [done, setDone] = useState<OutputOf<Contract['bundles']['undo']>>();
  const undo = async (): Promise<void> => {
    if (isPending) return;
    const result = await run(() => rihai.bundles.undo({ bundle }));
    if (result.ok) setDone(result.value);
  };
  if (done !== undefined)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={<T id="bundles.undone.title" />}
        verb={<T id="bundles.undone.verb" />}
        onVerb={onClose}
      >
        <p>
          <T id="bundles.undone" values={{ removed: done.removed, kept: done.kept }} />
        </p>
        {done.erasedSince > 0 && (
          <p>
            <T id="bundles.undone.erased" values={{ count: done.erasedSince }} />
          </p>
        )}
      </Dialog>
    );
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="bundles.undo.title" />}
      verb={<T id="bundles.undo.verb" />}
      onVerb={() => void undo()}
      isPending={isPending}
    >
      <p>
        <T id="bundles.undo.lead" />
      </p>
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
