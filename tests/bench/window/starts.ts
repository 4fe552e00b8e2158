import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { commandFor, makeHome, programRoot, type Home } from '#tests/e2e/kit';
import { timesOf, type Times } from '../measure';

/** Moments of a start, in milliseconds after the process was asked for. */
type Start = {
  /** The window object is there. */
  readonly created: number;
  /** Its page is read. */
  readonly loaded: number;
  /** A frame with the form in it is painted. */
  readonly painted: number;
  /** Electron shows the window. */
  readonly shown: number;
};

const LIMIT_MS = 20_000;
const LINE = /^first-paint (?<times>\{.*\})$/mu;
const now = (): number => performance.timeOrigin + performance.now();

/** Undefined where nothing was painted: on a busy machine an old Chromium now and then stands still. */
async function tryStart(home: Home, words: readonly string[]): Promise<Start | undefined> {
  const hook = join(programRoot(), 'tests/bench/window/first-paint.cjs');
  const { file, args, cwd, env } = commandFor({ home, words: ['-r', hook, ...words] });
  const begun = now();
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LIMIT_MS,
  });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await new Promise((done) => child.once('close', done));
  const times = LINE.exec(said)?.groups?.['times'];
  if (times === undefined) return undefined;
  const at = JSON.parse(times) as Start;
  return {
    created: at.created - begun,
    loaded: at.loaded - begun,
    painted: at.painted - begun,
    shown: at.shown - begun,
  };
}

const TRIES = 3;

async function startOnce(home: Home, words: readonly string[]): Promise<Start> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const start = await tryStart(home, words);
    if (start !== undefined) return start;
  }
  throw new Error('the window was never painted');
}

export type Starts = Readonly<Record<keyof Start, Times>>;

const timesOfStarts = (starts: readonly Start[]): Starts => {
  const of = (name: keyof Start): Times => timesOf(starts.map((start) => start[name]));
  return {
    created: of('created'),
    loaded: of('loaded'),
    painted: of('painted'),
    shown: of('shown'),
  };
};

/** Starts the program at its lock screen and a bare window in turn, `rounds` times after one that does not count. */
export async function compareStarts(vault: string, rounds: number) {
  const { remove, ...home } = makeHome();
  const ours: Start[] = [];
  const bare: Start[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      ours.push(await startOnce(home, [programRoot(), '--vault', vault]));
      bare.push(await startOnce(home, [join(programRoot(), 'tests/bench/window/bare')]));
    }
  } finally {
    remove();
  }
  return { ours: timesOfStarts(ours.slice(1)), bare: timesOfStarts(bare.slice(1)) };
}
