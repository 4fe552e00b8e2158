import { lostIn, salvageVault, type Salvaged } from '#core/app/index';
import type { Desk, Handlers } from '../desk';
import { Cancelled, going } from '../jobs';

/** Lines of what could not be read that the window shows; the folder holds all of them. */
const MOST_SHOWN = 100;

const NOTHING = { records: 0, drafts: 0, documents: 0, lost: 0, lostShown: [], isNoted: true };

const NO_VAULT = {
  ...{ records: 0, withoutHistory: 0, attachments: 0, lost: 0, lostShown: [] },
  recoveryKey: '',
};

function told(salvaged: Salvaged) {
  const { records, withoutHistory, attachments } = salvaged;
  const lost = lostIn(salvaged);
  const counts = { records, withoutHistory: withoutHistory.length, attachments };
  return { ...counts, lost: lost.length, lostShown: lost.slice(0, MOST_SHOWN) };
}

export function salvageHandlers(desk: Desk): Handlers<'salvage'> {
  return {
    readable: ({ token, job }, call) => {
      const { path } = call.file(token, 'salvage');
      return desk.jobs.run(job, async (isCancelled) => {
        try {
          const { unreadable, ...done } = await desk.file().exportReadable(path, {
            onStep: (at, total) => {
              desk.emit('progress', { job, done: at, total, step: 'salvage' });
            },
            assertGoingOn: going(isCancelled),
          });
          const lostShown = unreadable.slice(0, MOST_SHOWN);
          return { isCancelled: false, ...done, lost: unreadable.length, lostShown };
        } catch (error) {
          if (error instanceof Cancelled) return { isCancelled: true, ...NOTHING };
          throw error;
        }
      });
    },
    intoVault: ({ token, passphrase, job }, call) => {
      const { path: dir } = call.file(token, 'newVault');
      const { clock, deriveKey, anchorsDir, resourcesDir, readDocument } = desk;
      return desk.jobs.run(job, async (isCancelled) => {
        const assertGoingOn = going(isCancelled);
        try {
          const { salvaged, recoveryKey } = await salvageVault(desk.file().vault, {
            ...{ dir, passphrase, clock, deriveKey, anchors: { dir: anchorsDir } },
            ...{ resourcesDir, readDocument },
            onStep: (at, total) => {
              assertGoingOn();
              desk.emit('progress', { job, done: at, total, step: 'salvage' });
            },
          });
          desk.locksTo(dir);
          return { isCancelled: false, ...told(salvaged), recoveryKey };
        } catch (error) {
          if (error instanceof Cancelled) return { isCancelled: true, ...NO_VAULT };
          throw error;
        }
      });
    },
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
