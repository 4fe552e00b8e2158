import { useEffect, useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';

export type Verdict = OutputOf<Contract['vault']['checkPassphrase']>;

const PAUSE_MS = 150;

/** What the vault does not even look at. */
const UNREAD: Verdict = { score: 0, fault: 'too-long' };

/** What is thought of a passphrase; undefined where the vault process could not say, which is told. */
async function verdictOf(passphrase: string): Promise<Verdict | undefined> {
  const bytes = secretBytes(passphrase);
  const result = await rihai.vault.checkPassphrase({ passphrase: bytes });
  bytes.fill(0);
  if (result.ok) return result.value;
  if (result.error.code === 'input/field') return UNREAD;
  sayTrouble(new CallError(result.error));
  return undefined;
}

/** What is thought of a passphrase, shortly after it was typed; it is kept in no cache. */
export function useVerdict(passphrase: string): Verdict | undefined {
  const [judged, setJudged] = useState<{ readonly of: string; readonly verdict: Verdict }>();
  useEffect(() => {
    if (passphrase === '') return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void verdictOf(passphrase).then((verdict) => {
        if (!isGone && verdict !== undefined) setJudged({ of: passphrase, verdict });
      });
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [passphrase]);
  return judged?.of === passphrase ? judged.verdict : undefined;
}

type Chosen = { readonly isOwn: boolean; readonly own: string; readonly words: readonly string[] };

/** Whether a new passphrase can be taken; asks where the button was pressed before the verdict came. */
export async function isStrong(
  { isOwn, own, words }: Chosen,
  verdict: Verdict | undefined,
): Promise<boolean> {
  if (!isOwn) return words.length > 0;
  if (own === '') return false;
  const found = verdict ?? (await verdictOf(own));
  return found !== undefined && found.fault === undefined;
}
