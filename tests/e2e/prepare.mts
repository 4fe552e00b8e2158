import { resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { resolveElectron } from '../../src/dev/electron.mjs';
import { startDisplays } from './displays';
import { makeReadable } from './program';

/** Before the tests; what it answers is run after them. */
export default async ({ workers }: FullConfig): Promise<() => void> => {
  const clean = makeReadable({
    root: resolve(import.meta.dirname, '../..'),
    electron: resolveElectron().path,
  });
  const endDisplays = await startDisplays(workers);
  return () => {
    endDisplays();
    clean();
  };
};
