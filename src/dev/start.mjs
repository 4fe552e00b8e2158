// `npm start`: runs the built app in the Electron at hand, and again when it locks itself. Words after
// `--` go to the app: `npm start -- --vault ./office`.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveElectron } from './electron.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const START_AGAIN = 75;
const LINE = /^rihai:start-again (?<args>\[.*\])$/mu;

const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

function run(electron, args) {
  return new Promise((done) => {
    // Chromium keeps its sandbox on and refuses root; `npm run e2e` shows how to start it there.
    const child = spawn(electron, [root, ...args], { stdio: ['inherit', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      said = `${said}${text}`.slice(-8192);
    });
    child.on('close', (code) => {
      const again = code === START_AGAIN ? LINE.exec(said) : null;
      done({ code, args: again === null ? undefined : JSON.parse(again.groups.args) });
    });
  });
}

if (!hasDisplay()) {
  process.stderr.write(
    'Rihai has a window and there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n' +
      'Start it from a desktop, or under a virtual one: xvfb-run npm start. The command line needs none: npx rihai --help.\n',
  );
  process.exit(2);
}
if (process.getuid?.() === 0) {
  process.stderr.write(
    'Rihai keeps the sandbox of its window on, and Chromium has none for root. Start it as another user.\n',
  );
  process.exit(2);
}

const electron = resolveElectron();
let words = process.argv.slice(2);
for (;;) {
  const { code, args } = await run(electron.path, words);
  if (args === undefined) process.exit(code ?? 1);
  words = args;
}
