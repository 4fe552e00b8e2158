import { basename } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import {
  checkBackups,
  listBackups,
  makeBackup,
  practiseRestore,
  readiness,
  type BackupCheck,
  type Readiness,
} from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { machineAround } from './machine';

/** Steps of making a backup that can be broken off: none of it counts yet. */
const STEPS = ['cleaned', 'database', 'blobs', 'verified', 'marked', 'noted', 'thinned'] as const;
const LAST_TO_STOP = STEPS.indexOf('verified');

const shown = (dir: string, backups: readonly BackupCheck[]) => ({
  folder: basename(dir),
  backups: backups.map(({ stem, madeMs, bytes, faults, missing }) => ({
    ...{ stem, madeMs, missing },
    ...{ sizeBytes: bytes, faults: faults.length },
  })),
});

const known = (backup: Readiness['lastApart']) =>
  backup && {
    ...{ madeMs: backup.madeMs, isApart: backup.isApart },
    folder: basename(backup.place),
  };

function readinessOf({ members, recovery, backups, lastApart, ...rest }: Readiness) {
  const { drilledMs, wouldBeLost, outside, todo } = rest;
  return {
    ...{ drilledMs, wouldBeLost, outside, todo },
    members: members.map(({ name }) => name),
    papers: recovery.map(({ split, rehearsedMs }) => ({
      ...{ needed: split?.needed ?? 1, of: split?.of ?? 1, rehearsedMs },
    })),
    last: known(backups[0]),
    lastApart: known(lastApart),
  };
}

export function backupHandlers(desk: Desk): Handlers<'backups'> {
  let chosen: string | undefined;
  const folder = (): string => {
    if (chosen === undefined) throw new AppError('backup/none');
    return chosen;
  };
  const open = (dir: string) => {
    const list = shown(dir, listBackups(dir));
    chosen = dir;
    return list;
  };
  return {
    readiness: () => readinessOf(readiness(desk.file().vault)),
    machine: () => machineAround(desk.file().vault.dir),
    open: ({ token }, call) => open(call.file(token, 'backups').path),
    openLast: () => {
      const [last] = readiness(desk.file().vault).backups;
      if (last === undefined) throw new AppError('backup/none');
      return open(last.place);
    },
    make: ({ job }) => {
      const { vault } = desk.file();
      const dir = folder();
      return desk.jobs.run(job, async (isCancelled) => {
        try {
          const made = await makeBackup(vault, dir, (step) => {
            const done = STEPS.indexOf(step) + 1;
            desk.emit('progress', { job, done, total: STEPS.length, step });
            if (done <= LAST_TO_STOP && isCancelled()) throw new AppError('backup/none');
          });
          const { isApart, missing, cleaned, logBrokenAt } = made;
          return { isCancelled: false, isApart, missing: missing.length, cleaned, logBrokenAt };
        } catch (error) {
          if (!isCancelled()) throw error;
          return { isCancelled: true, isApart: false, missing: 0, cleaned: 0 };
        }
      });
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
    check: () => shown(folder(), checkBackups(folder())),
    drill: async ({ stem, passphrase }) => {
      const { clock, deriveKey } = desk;
      const file = desk.file();
      file.assertWritable();
      const { madeMs, blobs, missing } = await practiseRestore(file.vault, {
        ...{ from: folder(), stem, clock, deriveKey, slot: file.vault.slot },
        secret: { type: 'passphrase', bytes: passphrase },
      });
      return { madeMs, blobs, missing: missing.length };
    },
  };
}
