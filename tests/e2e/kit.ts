import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { ownDisplay } from './displays';

/** Debian's `nobody`: owns nothing. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const IDS = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];

const START_AGAIN = /^rihai:start-again (?<args>\[.*\])$/mu;

/** A folder of the unprivileged user, gone after the test. */
export type Home = { readonly dir: string; readonly folder: (name: string) => string };

type MadeHome = Home & {
  /** Gives what lies below a path to the unprivileged user. */
  readonly own: (path: string) => void;
  readonly remove: () => void;
};

export function makeHome(): MadeHome {
  const dir = mkdtempSync(join(tmpdir(), 'rihai-e2e-'));
  chmodSync(dir, 0o700);
  const own = (path: string): string => {
    if (isRoot) chownSync(path, NOBODY, NOBODY);
    return path;
  };
  own(dir);
  return {
    dir,
    own: (path) => {
      for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
        own(join(path, name));
      }
      own(path);
    },
    folder: (name) => {
      const path = join(dir, name);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return own(path);
    },
    remove: () => {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Gives a folder and all in it to the unprivileged user, after the tests themselves wrote there. */
export function giveAway(dir: string): void {
  if (!isRoot) return;
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
    chownSync(join(dir, name), NOBODY, NOBODY);
}

/** A command as the unprivileged user gives it. */
export const asNobody = (words: readonly string[]): readonly string[] => [
  ...(isRoot ? ['setpriv', ...IDS, '--'] : []),
  ...words,
];

/** Starts Electron without the rights of root, so that Chromium keeps its sandbox on. */
function launcher(home: Home, under: readonly string[]): string {
  const electron = process.env['RIHAI_E2E_ELECTRON'] ?? '';
  if (!isRoot && under.length === 0) return electron;
  const script = join(home.dir, 'electron.sh');
  const words = [...under, ...asNobody([electron])];
  const line = words.map((word) => `'${word}'`).join(' ');
  writeFileSync(script, `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
  return script;
}

/** One run of the program, from its start to its lock or end. */
export type Session = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Ids of every process of it now. */
  readonly processes: () => readonly number[];
  /** Waits for its end; answers the arguments of the next one where it asked to be started again. */
  readonly ended: () => Promise<readonly string[] | undefined>;
};

type StartOptions = {
  readonly home: Home;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What is loaded before the program, from the root of it. */
  readonly hook?: string;
  /** A program, with its options, that watches this one run. */
  readonly under?: readonly string[];
};

/** Where the program lies, readable by everybody: found, or copied, once by `makeReadable`. */
export const programRoot = (): string => process.env['RIHAI_E2E_ROOT'] ?? '';

type CommandOptions = {
  readonly home: Home;
  /** What Electron is told besides its settings folder. */
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly under?: readonly string[];
};

/** How Electron is started: as `nobody`, with a home and settings of its own and nothing of ours. */
export const commandFor = ({ home, words, env = {}, under = [] }: CommandOptions) => ({
  file: launcher(home, under),
  args: [...words, `--user-data-dir=${home.folder('settings')}`],
  cwd: home.dir,
  env: {
    PATH: process.env['PATH'] ?? '',
    DISPLAY: ownDisplay(),
    HOME: home.dir,
    ...env,
  },
});

/** Every process below one, and itself. */
function treeOf(pid: number): readonly number[] {
  const children = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number))
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
  return [pid, ...children.flatMap(treeOf)];
}

const fileOf = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'utf8');
  } catch {
    return '';
  }
};

/** How a process was called; '' once it is gone. */
export const commandOf = (pid: number): string => fileOf(pid, 'cmdline').replaceAll('\0', ' ');

/** What the system says of a process; '' once it is gone. */
export const statusOf = (pid: number): string => fileOf(pid, 'status');

/** Whether a process with this id lives; one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  const status = statusOf(pid);
  return status !== '' && !/^State:\s+Z/mu.test(status);
}

const ATTACH_LIMIT_MS = 20_000;
const TRIES = 3;
/** For one click or one line typed. */
const STEP_LIMIT_MS = 15_000;

/**
 * Starts it and waits for its window. On a busy machine an old Chromium now and then waits for
 * the debugger in the middle of its first page, while Playwright waits for Chromium: started
 * anew, it does not.
 */
async function attach(options: Parameters<typeof _electron.launch>[0]) {
  for (let left = TRIES - 1; ; left--) {
    let app: ElectronApplication | undefined;
    try {
      app = await _electron.launch({ colorScheme: null, timeout: ATTACH_LIMIT_MS, ...options });
      return { app, page: await app.firstWindow({ timeout: ATTACH_LIMIT_MS }) };
    } catch (error) {
      app?.process().kill('SIGKILL');
      if (left === 0) throw error;
      process.stderr.write('The tests were not attached to the window; starting it anew.\n');
    }
  }
}

const HOLD = 'tests/e2e/hold.cjs';

export async function startRihai(options: StartOptions): Promise<Session> {
  const { home, args = [], env = {}, hook = HOLD, under = [] } = options;
  const root = programRoot();
  const words = ['-r', join(root, hook), root, ...args];
  const { file, ...launch } = commandFor({ home, words, env, under });
  const { app, page } = await attach({ executablePath: file, chromiumSandbox: true, ...launch });
  page.setDefaultTimeout(STEP_LIMIT_MS);
  const child = app.process();
  const pid = child.pid ?? 0;
  let said = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  if (process.env['RIHAI_E2E_LOG'] !== undefined) child.stderr?.pipe(process.stderr);
  const closed = new Promise<void>((done) => {
    child.on('close', () => {
      done();
    });
  });
  return {
    app,
    page,
    processes: () => treeOf(pid),
    ended: async () => {
      await closed;
      const line = START_AGAIN.exec(said)?.groups?.['args'];
      return line === undefined ? undefined : (JSON.parse(line) as string[]);
    },
  };
}

/** Calls the bridge as the page does; answers the value, or throws the code of the refusal. */
export async function call<T>(page: Page, channel: string, input?: unknown): Promise<T> {
  const result = await page.evaluate(
    ([name, given]) =>
      (
        globalThis as unknown as {
          readonly rihai: { call(name: string, given: unknown): Promise<unknown> };
        }
      ).rihai.call(name, given),
    [channel, input] as const,
  );
  const answered = result as { ok: boolean; value: T; error: { code: string; params: object } };
  if (answered.ok) return answered.value;
  throw new Error(`${answered.error.code} ${JSON.stringify(answered.error.params)}`);
}

/** Lets the next folder dialog answer with a folder. */
export async function answerFolderDialog(app: ElectronApplication, dir: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, dir);
}

/** Lets the next save dialog answer with a file. */
export async function answerSaveDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** Presses keys as the system gives them to the window: what main listens to sees them too. */
export async function pressKeys(
  app: ElectronApplication,
  keyCode: string,
  modifiers: ('control' | 'shift' | 'alt')[] = [],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, keys) => {
      // Not the page of a document that is looked at, which nobody sees.
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible());
      // Later: the answer to this call must be out before a key can end the process.
      setTimeout(() => window?.webContents.sendInputEvent({ type: 'keyDown', ...keys }), 50);
    },
    { keyCode, modifiers },
  );
}

type Fixtures = {
  readonly home: Home;
  readonly start: (options?: Omit<StartOptions, 'home'>) => Promise<Session>;
};

const CLOSE_LIMIT_MS = 10_000;

/** Closes what a test left open; what does not close in time is ended, or the rest would wait for it. */
async function endOf(app: ElectronApplication): Promise<void> {
  const kill = setTimeout(() => app.process().kill('SIGKILL'), CLOSE_LIMIT_MS);
  await app.close().catch(() => undefined);
  clearTimeout(kill);
}

/** Tests get a home of their own, and whatever they started is ended with them. */
export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const { remove, ...home } = makeHome();
    await use(home);
    remove();
  },
  start: async ({ home }, use) => {
    const started: Session[] = [];
    await use(async (options = {}) => {
      const session = await startRihai({ home, ...options });
      started.push(session);
      return session;
    });
    for (const { app } of started) await endOf(app);
  },
});

export { expect } from '@playwright/test';
