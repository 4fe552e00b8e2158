import { useState } from 'react';
import { secretBytes } from '#renderer/app/bridge';
import { isTypedAgain, NO_PASSPHRASE, passphraseOf, type NewPassphrase } from './passphrase';
import { isStrong, useVerdict } from './use-verdict';

/** What is typed for a new passphrase, and whether it can be taken. */
export function useNewPassphrase() {
  const [chosen, setChosen] = useState(NO_PASSPHRASE);
  const [isTried, setTried] = useState(false);
  const verdict = useVerdict(chosen.isOwn ? chosen.own : '');
  return {
    fields: {
      chosen,
      verdict,
      isTried,
      onChange: (part: Partial<NewPassphrase>): void => {
        setChosen((before) => ({ ...before, ...part }));
      },
    },
    /** Says at the fields what is missing; answers whether nothing is. */
    check: async (): Promise<boolean> => {
      setTried(true);
      return isTypedAgain(chosen) && (await isStrong(chosen, verdict));
    },
    /** UTF-8; whoever takes it overwrites it. */
    bytes: (): Uint8Array => secretBytes(passphraseOf(chosen)),
  };
}
