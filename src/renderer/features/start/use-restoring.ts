import { useEffect, useRef, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, newJob, onEvent, rihai, secretBytes } from '#renderer/app/bridge';
import type { Way } from '../lock/TypedSecret';
import type { Folder } from './model';

export type Found = OutputOf<Contract['vault']['backupsIn']>['backups'][number];
export type Restored = OutputOf<Contract['vault']['restore']>;

/** The folders that were chosen, and the backups found in the one. */
function useFolders(onError: (error: CallError | undefined) => void) {
  const [folder, setFolder] = useState<Folder>();
  const [into, setInto] = useState<Folder>();
  const [found, setFound] = useState<readonly Found[]>([]);
  const [stem, pick] = useState<string>();
  const look = async (chosen: Folder): Promise<void> => {
    const result = await rihai.vault.backupsIn({ token: chosen.token });
    const backups = result.ok ? result.value.backups : [];
    onError(result.ok ? undefined : new CallError(result.error));
    setFolder(result.ok ? chosen : undefined);
    setFound(backups);
    pick(backups.find(({ faults }) => faults === 0)?.stem);
  };
  const choose = async (purpose: 'backups' | 'newVault'): Promise<void> => {
    const chosen = await rihai.files.chooseFolder({ purpose });
    if (!chosen.ok) onError(new CallError(chosen.error));
    else if (chosen.value !== undefined) {
      onError(undefined);
      if (purpose === 'backups') await look(chosen.value);
      else setInto(chosen.value);
    }
  };
  const slots = found.find((one) => one.stem === stem)?.slots ?? [];
  return { folder, into, found, stem, slots, pick, choose };
}

/** Progress of the job that runs. */
function useJob() {
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
  const begin = (): string => {
    setPart(undefined);
    job.current = newJob();
    return job.current;
  };
  const cancel = (): void => {
    void rihai.vault.cancelRestore({ job: job.current });
  };
  return { part, begin, cancel };
}

/** Everything that is chosen and typed to restore a backup, the call, and what came of it. */
export function useRestoring() {
  const [error, setError] = useState<CallError>();
  const [way, setWay] = useState<Way>('passphrase');
  const [slot, setSlot] = useState<string>();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [done, setDone] = useState<Restored>();
  const folders = useFolders(setError);
  const { part, begin, cancel } = useJob();
  const { folder, into, stem, slots } = folders;
  const number = slot ?? String(slots[0] ?? 1);
  const type = (text: string): void => {
    setError(undefined);
    setTyped(text);
  };
  const restore = async (): Promise<void> => {
    setTried(true);
    if (isPending || folder === undefined || into === undefined) return;
    if (stem === undefined || typed === '') return;
    setPending(true);
    setError(undefined);
    setDone(undefined);
    const secret = secretBytes(typed);
    const tokens = [folder.token, into.token];
    const by = way === 'passphrase' ? { way, slot: Number(number) } : { way };
    const result = await rihai.vault
      .restore({ tokens, stem, ...by, secret, job: begin() })
      .finally(() => {
        secret.fill(0);
        setPending(false);
      });
    if (!result.ok) setError(new CallError(result.error));
    else {
      if (!result.value.isCancelled) setTyped('');
      setDone(result.value);
    }
  };
  return {
    ...folders,
    ...{ error, way, slot: number, typed, isTried, isPending, part, done },
    ...{ setSlot, type, restore, cancel },
    turn: (other: Way) => {
      type('');
      setTried(false);
      setWay(other);
    },
  };
}

export type Restoring = ReturnType<typeof useRestoring>;
