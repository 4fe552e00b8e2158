import { useState } from 'react';
import type { Result } from '#shared/ipc/result';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import type { useStep } from '../settings/use-step';

type Step = ReturnType<typeof useStep>;

/** Asks where to write a file, writes it, and remembers its name to say so. */
export function useSaved(run: Step['run']) {
  const [saved, setSaved] = useState<string>();
  const save = async <V>(
    suggested: string,
    write: (token: string) => Promise<Result<V>>,
  ): Promise<boolean> => {
    const chosen = await rihai.files.chooseSave({ name: suggested });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return false;
    const { token, name } = chosen.value;
    const result = await run(() => write(token));
    setSaved(result.ok ? name : undefined);
    return result.ok;
  };
  return { saved, save };
}
