import { T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog } from '#ui';
import { useStep } from './use-step';

/** Another key for the vault, after somebody may have taken it; the window locks after it. */
export function NewVaultKey({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { isPending, error, run } = useStep();
  const change = async (): Promise<void> => {
    if (isPending) return;
    await run(async () => {
      const result = await rihai.keepers.rotate();
      // Ends this process: nothing after it runs.
      if (result.ok) await rihai.app.lock();
      return result;
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="keepers.key.title" />}
      verb={t(isPending ? 'keepers.leave.doing' : 'keepers.key.verb')}
      onVerb={() => void change()}
      isPending={isPending}
    >
      <p>
        <T id="keepers.key.what" />
      </p>
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
