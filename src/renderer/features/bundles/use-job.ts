import { useEffect, useRef, useState } from 'react';
import { newJob, onEvent, rihai } from '#renderer/app/bridge';

export type Job = {
  /** From 0 to 1, or undefined where nobody knows yet; the whole is undefined while nothing runs. */
  readonly now: { readonly done: number | undefined } | undefined;
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
};

/** One long call about bundles at a time: how far it is, and a way out. */
export function useJob(): Job {
  const [now, setNow] = useState<{ readonly done: number | undefined }>();
  const job = useRef('');
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job === job.current && told.total > 0) setNow({ done: told.done / told.total });
      }),
    [],
  );
  return {
    now,
    run: async (work) => {
      job.current = newJob();
      setNow({ done: undefined });
      return work(job.current).finally(() => {
        job.current = '';
        setNow(undefined);
      });
    },
    cancel: () => {
      if (job.current !== '') void rihai.bundles.cancel({ job: job.current });
    },
  };
}
