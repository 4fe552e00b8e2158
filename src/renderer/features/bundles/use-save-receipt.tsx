import { useState, type ReactNode } from 'react';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { text } from '#ui';

/** Writes the signed receipt for a bundle where the user says. */
export function useSaveReceipt(bundle: string): {
  readonly save: () => Promise<void>;
  readonly note: ReactNode;
} {
  const t = useText();
  const [written, setWritten] = useState<string>();
  const save = async (): Promise<void> => {
    const chosen = await rihai.files.chooseSave({ name: t('bundles.receipt.name') });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    const { token, name } = chosen.value;
    const result = await rihai.bundles.receipt({ bundle, token });
    if (result.ok) setWritten(name);
    else sayTrouble(new CallError(result.error));
  };
  const note = (
    <span role="status" className={text.quiet}>
      {written !== undefined && (
        <T id="bundles.receipt.saved" values={{ file: <Name>{written}</Name> }} />
      )}
    </span>
  );
  return { save, note };
}
