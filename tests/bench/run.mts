// `npm run bench`: the core, bundles, then the window; `npm run bench -- window 1000` one of them, with what it takes.

import { spawnSync } from 'node:child_process';
import { resolveElectron } from '../../src/dev/electron.mjs';

const [which, ...words] = process.argv.slice(2);

const run = (name: string, args: readonly string[], more = {}): void => {
  if (which !== undefined && which !== name) return;
  const env = { ...process.env, ...more };
  const { status } = spawnSync('node', [...args, ...words], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
};

run('core', ['out/bench/core.js']);
run('bundle', ['out/bench/bundle.js']);
run('window', ['out/bench/window.js'], { RIHAI_E2E_ELECTRON: resolveElectron().path });
