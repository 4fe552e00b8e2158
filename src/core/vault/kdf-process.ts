import { fork } from 'node:child_process';
import { AppError } from '#shared/errors/app-error';
import { leastEnvironment } from '#core/kernel/environment';
import type { DeriveKey, KdfInput } from './kdf';

/** What the kdf process answers. */
export type KdfAnswer =
  | { readonly ok: true; readonly kek: Uint8Array }
  | { readonly ok: false; readonly reason: 'memory' | 'other' };

/** The key of an answer. Throws `kdf/memory` or `kdf/process`. */
export function keyOf(answer: KdfAnswer, { mKib }: Pick<KdfInput, 'mKib'>): Uint8Array {
  if (answer.ok) return answer.kek;
  throw answer.reason === 'memory'
    ? new AppError('kdf/memory', { mebibytes: mKib / 1024 })
    : new AppError('kdf/process', { reason: 'failed' });
}

/**
 * Derives in a process made for it, which ends with the derivation and takes
 * the memory that held the passphrase with it.
 *
 * @param workerPath the built `src/worker/kdf` (or its TypeScript, on a Node that reads it)
 */
export const deriveInProcess =
  (workerPath: string): DeriveKey =>
  async (input) =>
    keyOf(await askChild(workerPath, input), input);

const askChild = (workerPath: string, input: KdfInput): Promise<KdfAnswer> =>
  new Promise((resolve, reject) => {
    const child = fork(workerPath, [], {
      serialization: 'advanced',
      execPath: process.execPath,
      execArgv: [],
      env: leastEnvironment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let isAnswered = false;
    const fail = (error: AppError) => {
      if (isAnswered) return;
      isAnswered = true;
      reject(error);
    };
    child.on('message', (answer: KdfAnswer) => {
      if (isAnswered) return;
      isAnswered = true;
      resolve(answer);
    });
    child.on('error', (cause) => {
      fail(new AppError('kdf/process', { reason: 'start' }, cause));
    });
    // A process the system killed for its memory dies by SIGKILL.
    child.on('exit', (_code, signal) => {
      fail(
        signal === 'SIGKILL'
          ? new AppError('kdf/memory', { mebibytes: input.mKib / 1024 })
          : new AppError('kdf/process', { reason: 'ended' }),
      );
    });
    send(child, input, fail);
  });

function send(
  child: ReturnType<typeof fork>,
  { passphrase, salt, mKib, t }: KdfInput,
  fail: (error: AppError) => void,
): void {
  child.send({ passphrase, salt, mKib, t } satisfies KdfInput, (cause) => {
    if (cause !== null) fail(new AppError('kdf/process', { reason: 'start' }, cause));
  });
}
