import { useEffect, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, secretBytes } from '#renderer/app/bridge';

export type Verdict = OutputOf<Contract['vault']['checkPassphrase']>;

const PAUSE_MS = 150;

/** What is thought of a passphrase, shortly after it was typed; it is kept in no cache. */
export function useVerdict(passphrase: string): Verdict | undefined {
  const [judged, setJudged] = useState<{ readonly of: string; readonly verdict: Verdict }>();
  useEffect(() => {
    if (passphrase === '') return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      const bytes = secretBytes(passphrase);
      void rihai.vault.checkPassphrase({ passphrase: bytes }).then((result) => {
        bytes.fill(0);
        if (result.ok && !isGone) setJudged({ of: passphrase, verdict: result.value });
      });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return judged?.of === passphrase ? judged.verdict : undefined;
}
