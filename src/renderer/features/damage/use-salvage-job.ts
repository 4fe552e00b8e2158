import { useEffect, useRef, useState } from 'react';
import { newJob, onEvent, rihai } from '#renderer/app/bridge';

/** A job that reads a damaged vault: how far it is, and how it is stopped. */
export function useSalvageJob() {
  const job = useRef('');
  const [part, setPart] = useState<number>();
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job === job.current)
          setPart(told.total === 0 ? undefined : told.done / told.total);
      }),
    [],
  );
  return {
    part,
    begin: (): string => {
      setPart(undefined);
      job.current = newJob();
      return job.current;
    },
    cancel: (): void => {
      void rihai.salvage.cancel({ job: job.current });
    },
  };
}
