import { isAppError } from '#shared/errors/app-error';
import { deriveHere, type KdfInput } from '#core/vault/kdf';
import { wipe } from '#core/vault/sodium';
import type { KdfAnswer } from '#core/vault/kdf-process';

/** The kdf process: one passphrase in, one key out, end. Imports are by `#` so that Node itself can start this file. */
async function answerTo(input: KdfInput): Promise<KdfAnswer> {
  try {
    return { ok: true, kek: await deriveHere(input) };
  } catch (error) {
    return { ok: false, reason: isAppError(error, 'kdf/memory') ? 'memory' : 'other' };
  }
}

process.once('message', (input: KdfInput) => {
  void answerTo(input).then((answer) => {
    const done = () => {
      wipe(input.passphrase);
      if (answer.ok) wipe(answer.kek);
      process.disconnect();
    };
    process.send?.(answer, undefined, undefined, done);
  });
});
