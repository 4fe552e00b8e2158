import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { CallError, dropped, rihai, secretBytes } from '#renderer/app/bridge';
import { bundlesQuery, waitingQuery, type Found } from './model';
import { useJob, type Job } from './use-job';

/** A file that asks for words before it opens. */
type Asking = { readonly token: string; readonly name: string; readonly error?: CallError };

export type Opening = {
  readonly job: Job;
  readonly asking: Asking | undefined;
  readonly error: CallError | undefined;
  readonly found: Found | undefined;
  readonly open: (files: readonly File[]) => Promise<void>;
  readonly tryWords: (words: string) => Promise<void>;
  readonly dropWords: () => void;
};

/** Opens a file that arrived, with eight words where it asks for them. */
export function useOpening(onBundle: () => void): Opening {
  const client = useQueryClient();
  const job = useJob();
  const [asking, setAsking] = useState<Asking>();
  const [error, setError] = useState<CallError>();
  const [found, setFound] = useState<Found>();

  const read = async (file: Asking, words?: Uint8Array): Promise<void> => {
    setError(undefined);
    setFound(undefined);
    const input = { token: file.token, ...(words !== undefined && { words }) };
    const result = await job.run((id) => rihai.bundles.open({ job: id, ...input }));
    words?.fill(0);
    if (!result.ok) {
      const failed = new CallError(result.error);
      if (failed.code !== 'bundle/passphrase') {
        setAsking(undefined);
        setError(failed);
      } else setAsking({ ...file, ...(words !== undefined && { error: failed }) });
      return;
    }
    setAsking(undefined);
    setFound(result.value.found);
    await client.invalidateQueries({ queryKey: waitingQuery.queryKey });
    await client.invalidateQueries({ queryKey: bundlesQuery.queryKey });
    if (result.value.found?.what === 'bundle') onBundle();
  };
  return {
    ...{ job, asking, error, found },
    open: async (files) => {
      const chosen = await dropped(files.slice(0, 1));
      if (!chosen.ok) setError(new CallError(chosen.error));
      const [file] = chosen.ok ? chosen.value : [];
      if (file !== undefined) await read({ token: file.token, name: file.name });
    },
    tryWords: async (words) => {
      if (asking !== undefined) await read(asking, secretBytes(words));
    },
    dropWords: () => {
      setAsking(undefined);
    },
  };
}
