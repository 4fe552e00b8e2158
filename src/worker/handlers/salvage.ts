import type { Desk, Handlers } from '../desk';
import { Cancelled, going } from '../jobs';

/** Lines of what could not be read that the window shows; the folder holds all of them. */
const MOST_SHOWN = 100;

const NOTHING = { records: 0, drafts: 0, documents: 0, lost: 0, lostShown: [], isNoted: true };

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
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
