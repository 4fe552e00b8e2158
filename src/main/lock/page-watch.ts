import { readFileSync } from 'node:fs';

/** `1234 (name) S …`: the name may hold anything, brackets too. */
const STATE = /^.*\) (?<state>[A-Z])/su;

/** Ended, and waiting only for its parent to take notice; Linux alone tells. */
function isLeftover(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    return STATE.exec(stat)?.groups?.['state'] === 'Z';
  } catch {
    // Where the system hides it, that it exists has to do.
    return false;
  }
}

/** Whether a process is there and has not ended. One that stands still, or is slow, runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
  return !isLeftover(pid);
}

export type PageWatch = {
  /** The process that Chromium takes for the page's own; 0 or undefined while it has none. */
  readonly pid: () => number | undefined;
  readonly isRunning: (pid: number) => boolean;
  /** Told once of each process that ended. */
  readonly onDied: () => void;
};

const LOOK_MS = 1_000;

/**
 * Chromium tells when the process of a page ends, but now and then an older one misses it.
 * Asks the system itself, which neither sleep nor a busy machine can mislead.
 */
export function watchPage({ pid, isRunning: runs, onDied }: PageWatch): void {
  let told: number | undefined;
  const look = (): void => {
    const now = pid();
    if (now === undefined || now <= 0 || now === told || runs(now)) return;
    told = now;
    onDied();
  };
  setInterval(look, LOOK_MS).unref();
}
