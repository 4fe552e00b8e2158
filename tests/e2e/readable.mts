import { resolve } from 'node:path';
import { resolveElectron } from '../../src/dev/electron.mjs';
import { makeReadable } from './program';

/** Before the tests; what it answers is run after them. */
export default (): (() => void) =>
  makeReadable({
    root: resolve(import.meta.dirname, '../..'),
    electron: resolveElectron().path,
  });
