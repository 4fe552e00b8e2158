import { isAppError } from '#shared/errors/app-error';
import { deriveHere, type KdfInput } from '#core/vault/kdf';
import { wipe } from '#core/vault/sodium';
import type { KdfAnswer } from '#core/vault/kdf-process';
import { parentPort } from '#worker/port';

/** The kdf process: one passphrase in, one key out, end. Imports are by `#` so that Node itself can start this file. */
async function answerTo(input: KdfInput): Promise<KdfAnswer> {
  try {
    return { ok: true, kek: await deriveHere(input) };
  } catch (error) {
    return { ok: false, reason: isAppError(error, 'kdf/memory') ? 'memory' : 'other' };
  }
}

const port = parentPort();

port.onMessage((message) => {
  const input = message as KdfInput;
  void answerTo(input).then((answer) => {
    port.send(answer, () => {
      wipe(input.passphrase);
      if (answer.ok) wipe(answer.kek);
      // A utility process is ended by main once it has the answer.
      if (process.connected) process.disconnect();
    });
  });
});
