import { relative } from 'node:path';

/** A path as it is shown and can be typed where the demo was started. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') ? path : near;
}
