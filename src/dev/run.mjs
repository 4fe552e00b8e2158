// Runs the built app in the Electron at hand, for `npm start` and `npm run dev`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const START_AGAIN = 75;
const PRLIMIT = '/usr/bin/prlimit';
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What Chromium says before it ends itself. */
const NO_SANDBOX = 'sandbox helper binary was found, but is not configured';
const SANDBOX_HELP =
  'Rihai keeps the sandbox of its window on, and this system lets an ordinary user make none.\n' +
  'As root, once: chown root chrome-sandbox and chmod 4755 chrome-sandbox, in the folder of Electron;\n' +
  'or allow user namespaces: sysctl kernel.unprivileged_userns_clone=1.\n';
const LINE = /^rihai:start-again (?<args>\[.*\])$/mu;

const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

/** Ends with plain words where the window cannot be. */
export function assertWindowPossible() {
  if (!hasDisplay()) {
    process.stderr.write(
      'Rihai has a window, and there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n' +
        'Start it from a desktop, or under a virtual display: xvfb-run npm start.\n' +
        'The command line needs no display: npx rihai --help.\n',
    );
    process.exit(2);
  }
  if (process.getuid?.() === 0) {
    process.stderr.write(
      'Rihai keeps the sandbox of its window on, and Chromium has none for root: start it as another user,\n' +
        'for example: su -c "npm start" someone.\n',
    );
    process.exit(2);
  }
}

/**
 * Starts the app once. `ended` resolves with its exit code, and with the words for the next
 * start where it locked itself and asks to be started again.
 */
export function startApp(electron, words, env = {}) {
  // A process that dies must not leave what it held in a file.
  const limits = process.platform === 'linux' && existsSync(PRLIMIT) ? [PRLIMIT, '--core=0'] : [];
  const [program = electron, ...given] = [...limits, electron, root, ...words];
  const child = spawn(program, given, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  // Who ends the launcher ends the app, which closes the vault first.
  const end = () => child.kill();
  for (const signal of ENDINGS) process.on(signal, end);
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text) => {
    process.stderr.write(text);
    if (text.includes(NO_SANDBOX)) process.stderr.write(SANDBOX_HELP);
  });
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text) => {
    said = `${said}${text}`.slice(-8192);
  });
  const ended = new Promise((done) => {
    child.on('close', (code) => {
      for (const signal of ENDINGS) process.off(signal, end);
      const again = code === START_AGAIN ? LINE.exec(said) : null;
      done({ code, next: again === null ? undefined : JSON.parse(again.groups.args) });
    });
  });
  return { child, ended };
}
