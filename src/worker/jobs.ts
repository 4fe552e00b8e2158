/** Thrown into work that was cancelled; it takes away what it made. */
export class Cancelled extends Error {}

/** Throws `Cancelled` where it was. */
export const going = (isCancelled: () => boolean) => (): void => {
  if (isCancelled()) throw new Cancelled();
};

/** What runs for the window and can be cancelled by its name. */
export function runningJobs() {
  const cancelled = new Set<string>();
  const running = new Set<string>();
  return {
    /** Runs `work` under a name that `cancel` knows; `isCancelled` asks. */
    async run<T>(job: string, work: (isCancelled: () => boolean) => Promise<T>): Promise<T> {
      running.add(job);
      try {
        return await work(() => cancelled.has(job));
      } finally {
        running.delete(job);
        cancelled.delete(job);
      }
    },
    cancel: (job: string): void => {
      if (running.has(job)) cancelled.add(job);
    },
  };
}

/** Runs work one after the other: two that seal bundles at a time would give them the same number. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
