import { useEffect, useRef, useState } from 'react';
import { newJob, onEvent, rihai } from '#renderer/app/bridge';

type Now = {
  /** From 0 to 1, or undefined where nobody knows yet. */
  readonly done: number | undefined;
  /** What is at work, as the vault process calls it. */
  readonly step?: string;
};

export type Job = {
  /** Undefined while nothing runs. */
  readonly now: Now | undefined;
  readonly run: <T>(work: (job: string) => Promise<T>) => Promise<T>;
  readonly cancel: () => void;
};

/** One long call of some group at a time: how far it is, and a way out. */
export function useJob(group: 'bundles' | 'folders' | 'travel' = 'bundles'): Job {
  const [now, setNow] = useState<Now>();
  const job = useRef('');
  useEffect(
    () =>
      onEvent('progress', ({ job: told, done, total, step }) => {
        if (told === job.current && total > 0) setNow({ done: done / total, step });
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
      if (job.current !== '') void rihai[group].cancel({ job: job.current });
    },
  };
}
