import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARENT = 'sessions';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const remove = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Chromium may still write there: the next start removes it.
  }
};

export type SessionFolder = {
  readonly path: string;
  readonly remove: () => void;
  /** Removes what runs that are over left behind. It can be much: the window is shown first. */
  readonly sweep: () => void;
};

function sweep(parent: string, pid: number): void {
  try {
    for (const name of readdirSync(parent)) {
      if (Number(name) !== pid && !isAlive(Number(name))) remove(join(parent, name));
    }
  } catch {
    // There is no such folder: nothing was left in it.
  }
}

/**
 * Chromium's own folder of this run, named by the process: a second program
 * keeps its own. Where the settings' folder cannot be written, it lies among
 * the temporary files.
 */
export function sessionFolder(base: string, pid: number): SessionFolder {
  const parent = join(base, PARENT);
  let path = join(parent, String(pid));
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    // An earlier run may have had the same number.
    remove(path);
    mkdirSync(path, { mode: 0o700 });
  } catch {
    path = mkdtempSync(join(tmpdir(), 'rihai-session-'));
  }
  const own = path;
  return {
    path: own,
    remove: () => {
      remove(own);
    },
    sweep: () => {
      sweep(parent, pid);
    },
  };
}
