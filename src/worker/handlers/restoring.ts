import { basename } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import { listBackups, restoreBackup, type Secret } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { going } from '../jobs';
import { linesOf } from './keeping';
import { given } from './lists';

type Restore = InputOf<Contract['vault']['restore']>;

function secretOf({ way, secret }: Pick<Restore, 'way' | 'secret'>): Secret {
  if (way === 'passphrase') return { type: way, bytes: secret };
  if (way === 'recovery') return { type: way, text: new TextDecoder().decode(secret) };
  return { type: way, texts: linesOf(secret) };
}

/** Restoring a backup where no vault is open. */
export function restoringHandlers(
  desk: Desk,
): Pick<Handlers<'vault'>, 'backupsIn' | 'restore' | 'cancelRestore'> {
  return {
    backupsIn: ({ token }, call) => {
      const { path } = call.file(token, 'backups');
      const backups = listBackups(path);
      if (backups.length === 0) throw new AppError('backup/none');
      return {
        folder: basename(path),
        backups: backups.map(({ stem, madeMs, bytes, faults, missing, slots }) => ({
          ...{ stem, madeMs, sizeBytes: bytes, faults: faults.length, missing },
          slots: [...slots],
        })),
      };
    },
    restore: ({ tokens: [from = '', into = ''], stem, slot, job, ...typed }, call) => {
      const { clock, deriveKey, anchorsDir } = desk;
      const dir = call.file(into, 'newVault').path;
      const options = {
        ...{ from: call.file(from, 'backups').path, dir, stem, clock, deriveKey },
        ...{ secret: secretOf(typed), anchors: { dir: anchorsDir }, ...given({ slot }) },
      };
      return desk.jobs.run(job, async (isCancelled) => {
        try {
          const { madeMs, blobs, missing } = await restoreBackup({
            ...options,
            onStep: (done, total) => {
              desk.emit('progress', { job, done, total, step: 'restore' });
            },
            assertGoingOn: going(isCancelled),
          });
          desk.choose(dir);
          return { isCancelled: false, madeMs, blobs, missing: missing.length };
        } catch (error) {
          if (isCancelled()) return { isCancelled: true, madeMs: 0, blobs: 0, missing: 0 };
          throw error;
        }
      });
    },
    cancelRestore: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
