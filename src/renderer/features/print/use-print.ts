import { useEffect, useRef, useState } from 'react';
import type { Result } from '#shared/ipc/result';
import { CallError, newJob, onEvent, rihai } from '#renderer/app/bridge';
import type { PrintOrder } from './model';

/** Pages of a document that are ready to be handed over. */
export type Pages = { readonly done: number; readonly total: number };

/** Hands a job to a printer: how far it is, why it was refused, and a way out until it is handed over. */
export function usePrint() {
  const job = useRef('');
  const [now, setNow] = useState<Pages>();
  const [isPending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<CallError>();
  useEffect(
    () =>
      onEvent('progress', ({ job: told, done, total }) => {
        if (told === job.current) setNow({ done, total });
      }),
    [],
  );
  const cancel = (): void => {
    if (job.current !== '') void rihai.print.cancel({ job: job.current });
  };
  // Whoever closes the panel does not want the sheets any more.
  useEffect(() => cancel, []);
  const settle = (result: Result<undefined>): void => {
    job.current = '';
    setPending(false);
    setNow(undefined);
    setDone(result.ok);
    if (!result.ok && result.error.code !== 'print/cancelled')
      setError(new CallError(result.error));
  };
  const send = async (order: Omit<PrintOrder, 'job'>): Promise<void> => {
    job.current = newJob();
    setPending(true);
    setError(undefined);
    settle(await rihai.print.send({ ...order, job: job.current }));
  };
  return { now, isPending, isDone, error, send, cancel };
}
