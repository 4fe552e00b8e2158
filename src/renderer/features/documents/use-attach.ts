import { useEffect, useRef, useState } from 'react';
import { useText } from '#i18n';
import type { RecordId } from '#shared/domain/ids';
import { CallError, dropped, newJob, onEvent, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import type { Kept } from './KeptFile';

export type Attaching = {
  readonly job: string;
  /** From 0 to 1. */
  readonly done: number;
  /** Name of the file at work now. */
  readonly step: string;
};

export type Attached = {
  readonly isCancelled: boolean;
  readonly ids: readonly RecordId[];
  /** Files that were not written, for their bytes are here. */
  readonly kept: readonly Kept[];
};

export type Attach = {
  readonly now: Attaching | undefined;
  readonly last: Attached | undefined;
  /** Takes files in, each as a document about the records named. */
  readonly start: (files: readonly File[]) => Promise<void>;
  readonly cancel: () => void;
  /** One of the files that are here was kept once more, as this document. */
  readonly settle: (kept: Kept, id: RecordId) => void;
};

/** Takes files into the vault, with progress and a way out; what was done by then stays. */
export function useAttach(
  about: readonly RecordId[],
  onDone?: (ids: readonly RecordId[]) => void,
): Attach {
  const t = useText();
  const [now, setNow] = useState<Attaching>();
  const [last, setLast] = useState<Attached>();
  const job = useRef('');
  useEffect(
    () =>
      onEvent('progress', (told) => {
        if (told.job !== job.current) return;
        const done = told.total === 0 ? 1 : told.done / told.total;
        setNow({ job: told.job, done, step: told.step });
      }),
    [],
  );
  const start = async (files: readonly File[]): Promise<void> => {
    const chosen = await dropped(files);
    if (!chosen.ok) {
      sayTrouble(new CallError(chosen.error));
      return;
    }
    const tokens = chosen.value.map(({ token }) => token);
    if (tokens.length === 0) return;
    job.current = newJob();
    setLast(undefined);
    setNow({ job: job.current, done: 0, step: chosen.value[0]?.name ?? t('documents.files') });
    const result = await rihai.documents.attach({ tokens, job: job.current, about });
    job.current = '';
    setNow(undefined);
    if (!result.ok) {
      sayTrouble(new CallError(result.error));
      return;
    }
    const { isCancelled, documents, kept } = result.value;
    const ids = documents.map(({ id }) => id);
    setLast({ isCancelled, ids, kept });
    // It is kept all the same; only its words are not searched.
    const faults = documents.flatMap(({ textFault }) => textFault ?? []);
    for (const fault of new Map(faults.map((one) => [one.code, one])).values())
      sayTrouble(new CallError(fault));
    onDone?.(ids);
  };
  const cancel = (): void => {
    void rihai.documents.cancel({ job: job.current });
  };
  const settle = (settled: Kept, id: RecordId): void => {
    setLast((was) => was && { ...was, kept: was.kept.filter((one) => one !== settled) });
    onDone?.([id]);
  };
  return { now, last, start, cancel, settle };
}
