import * as fs from 'node:fs';
import { AppError } from '#shared/errors/app-error';

const deviceOf = (dir: string): number | undefined => {
  try {
    // Names and times may be remembered for a while; what is listed comes from the medium.
    fs.readdirSync(dir);
    return fs.statSync(dir).dev;
  } catch {
    return undefined;
  }
};

/**
 * Remembers on which medium a folder lies. `isGone` says later that it is there no longer: its stick was
 * pulled out (the empty folder it was mounted at may stay), or the folder was taken away.
 */
export function mediumOf(dir: string): { readonly isGone: () => boolean } {
  const device = deviceOf(dir);
  return { isGone: () => device !== undefined && deviceOf(dir) !== device };
}

/**
 * Runs work on a folder of another medium, which may be pulled out at any moment. What is thrown then
 * depends on the system, the driver and the call; where a folder that was there is gone, it is told as
 * `disk/gone`; everything else stays what it is.
 */
export async function onMedium<T>(dir: string, work: () => Promise<T>): Promise<T> {
  const medium = mediumOf(dir);
  try {
    return await work();
  } catch (error) {
    throw medium.isGone() ? new AppError('disk/gone', {}, error) : error;
  }
}
