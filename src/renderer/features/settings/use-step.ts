import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Result } from '#shared/ipc/result';
import { CallError } from '#renderer/app/bridge';

/** A call of a form that takes a while: whether it runs, why it was refused, and everything shown read anew after it. */
export function useStep() {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError>();
  const run = async <V>(call: () => Promise<Result<V>>): Promise<Result<V>> => {
    setPending(true);
    setError(undefined);
    const result = await call().finally(() => {
      setPending(false);
    });
    if (!result.ok) setError(new CallError(result.error));
    await client.invalidateQueries();
    return result;
  };
  return { isPending, error, setError, run };
}
