import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, rihai } from '#renderer/app/bridge';
import { useJob } from '../bundles/use-job';
import type { Synced } from './model';
import { choosePlace } from './choose-place';

const STEPS = ['look', 'take', 'send'] as const;
type Step = (typeof STEPS)[number];

/** One run over a folder at a time: how far it is, what it came to, and the way to where the folder lies now. */
export function useSync(id: string) {
  const client = useQueryClient();
  const job = useJob('folders');
  const [done, setDone] = useState<Synced>();
  const [error, setError] = useState<CallError>();
  const step: Step = STEPS.find((one) => one === job.now?.step) ?? 'look';

  const sync = async (anew: boolean): Promise<void> => {
    if (job.now !== undefined) return;
    setError(undefined);
    setDone(undefined);
    const result = await job.run((name) => rihai.folders.sync({ job: name, id, anew }));
    if (result.ok) setDone(result.value);
    else setError(new CallError(result.error));
    await client.invalidateQueries();
  };

  const move = async (): Promise<void> => {
    const token = (await choosePlace())?.token;
    if (token === undefined) return;
    const result = await rihai.folders.move({ id, token });
    setError(result.ok ? undefined : new CallError(result.error));
    await client.invalidateQueries();
  };

  return { job, step, done, error, sync, move };
}
