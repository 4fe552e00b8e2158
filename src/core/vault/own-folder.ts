import * as fs from 'node:fs';
import * as path from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { makeFolders } from './durable';
import { mediumOf } from './medium';

/** Throws where a folder cannot be filled: it may be missing, or empty. */
export function assertFree(dir: string, code: 'vault/exists' | 'input/exists'): void {
  const found = fs.statSync(dir, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory() || fs.readdirSync(dir).length > 0)
    throw new AppError(code, { file: dir });
}

/**
 * What is called later leaves of a folder that is free now only what is there now: itself, or nothing.
 * Where its medium is gone, so is what was made.
 */
export function undoing(dir: string): () => void {
  const wasThere = fs.existsSync(dir);
  const medium = mediumOf(path.dirname(path.resolve(dir)));
  return () => {
    try {
      const made = wasThere ? fs.readdirSync(dir).map((name) => path.join(dir, name)) : [dir];
      for (const one of made) fs.rmSync(one, { recursive: true, force: true });
    } catch (error) {
      // Told is what went wrong first; whoever calls this is about to.
      if (!medium.isGone()) throw error;
    }
  };
}

/** Makes a folder that is free; `undo` leaves of it only what was there before. */
export function makeOwn(dir: string): { readonly undo: () => void } {
  const undo = undoing(dir);
  makeFolders(dir);
  return { undo };
}
