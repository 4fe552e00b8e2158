// `npm run dev`: builds, starts, and does both anew when a source changes. The page is served over
// app:// as in a release: a development server would break its policy.
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { resolveElectron } from './electron.mjs';
import { assertWindowPossible, root, startApp } from './run.mjs';

const SETTLE_MS = 200;

assertWindowPossible();
const { path } = resolveElectron();

const build = () =>
  spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }).status === 0;

let changed = () => undefined;
let settle;
for (const folder of ['src', 'resources']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(settle);
    settle = setTimeout(() => changed(), SETTLE_MS);
  });
}

let words = process.argv.slice(2);
for (;;) {
  const change = new Promise((done) => {
    changed = () => done('changed');
  });
  if (!build()) {
    process.stderr.write('Waiting for a change.\n');
    await change;
    continue;
  }
  const { child, ended } = startApp(path, words);
  const first = await Promise.race([change, ended]);
  if (first === 'changed') {
    child.kill();
    await ended;
  } else if (first.next === undefined) process.exit(first.code ?? 1);
  else words = first.next;
}
