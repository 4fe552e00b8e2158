// `npm run dev`: builds and starts; a change of the page builds the page and shows it anew, any
// other change builds everything and starts the program anew. The page is served over app:// as in
// a release: a development server would break its policy.
import { spawnSync } from 'node:child_process';
import { mkdirSync, watch, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { resolveElectron } from './electron.mjs';
import { assertWindowPossible, root, startApp } from './run.mjs';

const SETTLE_MS = 200;
/** Of the page alone; what it shares with the core is built into both. */
const OF_PAGE = [join('src', 'renderer') + sep, join('resources', 'locales') + sep];

assertWindowPossible();
const { path } = resolveElectron();
const reloadFile = join(root, 'out', 'reload');

const run = (command, words) =>
  spawnSync(command, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  }).status === 0;
const buildAll = () => run('npm', ['run', '--silent', 'build']);
const buildPage = () => run(process.execPath, [join(root, 'src', 'dev', 'build-page.mjs')]);

let changed = () => undefined;
let settle;
let isPageOnly = true;
for (const folder of ['src', 'resources']) {
  const watcher = watch(join(root, folder), { recursive: true }, (_event, name) => {
    const file = join(folder, name ?? '');
    isPageOnly &&= OF_PAGE.some((start) => file.startsWith(start));
    clearTimeout(settle);
    settle = setTimeout(() => {
      const what = isPageOnly ? 'page' : 'program';
      isPageOnly = true;
      changed(what);
    }, SETTLE_MS);
  });
  // An editor's own file, gone or locked before it could be looked at; the others are still watched.
  watcher.on('error', () => undefined);
}
const nextChange = () =>
  new Promise((done) => {
    changed = done;
  });

/** Shows the page anew for as long as nothing else changes; answers what ended that. */
async function follow(ended, first) {
  for (let change = first; ; change = nextChange()) {
    const next = await Promise.race([change, ended]);
    if (next !== 'page') return next;
    if (buildPage()) writeFileSync(reloadFile, '');
  }
}

mkdirSync(join(root, 'out'), { recursive: true });
let words = process.argv.slice(2);
for (;;) {
  const change = nextChange();
  if (!buildAll()) {
    process.stderr.write('Waiting for a change.\n');
    await change;
    continue;
  }
  const { child, ended } = startApp(path, words, { RIHAI_RELOAD: reloadFile });
  const next = await follow(ended, change);
  if (next === 'program') {
    child.kill();
    await ended;
  } else if (next.next === undefined) process.exit(next.code ?? 1);
  else words = next.next;
}
