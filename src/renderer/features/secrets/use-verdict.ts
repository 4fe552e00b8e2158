import { useEffect, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';

export type Verdict = OutputOf<Contract['vault']['checkPassphrase']>;

const PAUSE_MS = 150;

/** What the vault does not even look at. */
const UNREAD: Verdict = { score: 0, fault: 'too-long' };

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
        if (isGone) return;
        if (result.ok) setJudged({ of: passphrase, verdict: result.value });
        else if (result.error.code === 'input/field')
          setJudged({ of: passphrase, verdict: UNREAD });
        else sayTrouble(new CallError(result.error));
      });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return judged?.of === passphrase ? judged.verdict : undefined;
}
