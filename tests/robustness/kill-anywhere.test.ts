import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBackups } from '#core/backup/index';
import { openCaseFile } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { seeded } from '#tests/bench/generate';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import {
  codeOf,
  copyFolder,
  copyOfVault,
  filesOf,
  newFolder,
  newVault,
  open,
  OTHER_PASSPHRASE,
  PASSPHRASE,
  streamOf,
} from '#tests/integration/vault-kit';
import {
  access,
  expectNothingHalfDone,
  seedOfRun,
  longOrShort,
  peopleLines,
  RESOURCES,
} from './kit';

const KILLS = longOrShort(200, 4);
const PEOPLE = 400;

type Task = {
  readonly name: string;
  /** Words of the command line, and what else it needs, made anew for each round. */
  readonly args: (dir: string) => readonly string[];
  /** Makes the vault it begins with; else one that the command line filled. */
  readonly source?: () => Promise<string>;
  /** What may lie in the folder besides. */
  readonly leaves?: readonly string[];
};

const secretFile = (words: string): string => {
  const file = path.join(newFolder(), 'words');
  fs.writeFileSync(file, `${words}\n`, { mode: 0o600 });
  return file;
};

/** A vault as the version before made it, with the same people. */
async function olderVault(): Promise<string> {
  const { vault } = await newVault({ schema: 40 });
  const { imports } = openCaseFile(vault, { resourcesDir: RESOURCES });
  const lines = utf8(peopleLines(PEOPLE));
  const checked = await imports.check([{ name: 'people', open: () => streamOf(lines) }]);
  await imports.run(checked, { onCommitted: () => undefined });
  vault.close();
  return vault.dir;
}

const TASKS: readonly Task[] = [
  {
    name: 'attach',
    args: (dir) => {
      const file = path.join(newFolder(), 'scan.bin');
      fs.writeFileSync(file, Buffer.alloc(8 * 1024 * 1024, 'sample '));
      return ['attach', ...access(dir), file, '--json'];
    },
  },
  {
    name: 'passphrase change',
    args: (dir) => {
      const file = secretFile(OTHER_PASSPHRASE);
      return ['passphrase', ...access(dir), '--new-file', file, '--quick-key'];
    },
  },
  { name: 'rotation', args: (dir) => ['rotate', ...access(dir)] },
  {
    name: 'backup',
    args: (dir) => ['backup', 'make', ...access(dir), '--folder', path.join(dir, '../stick')],
  },
  {
    name: 'upgrade of an older vault',
    args: (dir) => ['list', 'person', ...access(dir), '--json'],
    source: olderVault,
    leaves: ['old-000040.db'],
  },
];

/** Runs the command line; kills it, and whatever it started, after so many milliseconds. */
function killedAfter(
  args: readonly string[],
  ms: number | undefined,
): Promise<{ readonly tookMs: number; readonly stdout: string; readonly isKilled: boolean }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    detached: true,
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const fromMs = performance.now();
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  const timer =
    ms === undefined
      ? undefined
      : setTimeout(() => {
          if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        }, ms);
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      resolve({ tookMs: performance.now() - fromMs, stdout, isKilled: signal === 'SIGKILL' });
    });
  });
}

/** The passphrase of before or the new one, whichever opens; exactly one of them does. */
async function unlocks(dir: string): Promise<string> {
  const opening = [PASSPHRASE, OTHER_PASSPHRASE];
  const codes: string[] = [];
  for (const words of opening) {
    const secret = { type: 'passphrase', bytes: utf8(words) } as const;
    codes.push(
      await codeOf(
        open(dir, { secret }).then((vault) => {
          vault.close();
        }),
      ),
    );
  }
  expect([...codes].sort()).toEqual(['none', 'vault/passphrase']);
  return opening[codes.indexOf('none')] ?? '';
}

/** Nothing half done lies about, and everybody who was there still is. */
async function expectWhole(
  dir: string,
  documents: readonly string[],
  leaves: readonly string[] = [],
): Promise<void> {
  const words = await unlocks(dir);
  const secret = { type: 'passphrase', bytes: utf8(words) } as const;
  const vault = await open(dir, { clock: systemClock, secret });
  try {
    const file = openCaseFile(vault, { resourcesDir: RESOURCES });
    expect(file.records.all('person')).toHaveLength(PEOPLE);
    const held = file.records.all('document').map(({ id }) => id);
    expect(held).toEqual(expect.arrayContaining([...documents]));
    const { isSound, steps } = await file.verify(() => undefined);
    expect(isSound, JSON.stringify(steps)).toBe(true);
  } finally {
    vault.close();
  }
  expectNothingHalfDone(dir, leaves);
}

async function filled(): Promise<string> {
  const dir = await copyOfVault();
  const ran = await rihai(['import', ...access(dir), '-'], { input: peopleLines(PEOPLE) });
  expect(ran.exit, ran.stderr).toBe(0);
  return dir;
}

describe('a command that is killed at any moment', () => {
  it.each(TASKS)('loses nothing and leaves nothing half done: $name', async (task) => {
    const { name, args, leaves } = task;
    const seed = seedOfRun();
    const random = seeded(seed);
    const source = await (task.source ?? filled)();
    const probe = copyFolder(source);
    const { tookMs } = await killedAfter(args(probe), undefined);
    await expectWhole(probe, [], leaves);
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const dir = copyFolder(source);
      // From the moment the program runs to a little past its usual end, each part of it in turn.
      const part = (round + random()) / KILLS;
      const { isKilled, stdout } = await killedAfter(args(dir), part * tookMs * 1.05);
      if (isKilled) killed += 1;
      const said = stdout.startsWith('{') && stdout.endsWith('\n') ? stdout : '{}';
      const { documents = [] } = JSON.parse(said) as { documents?: readonly { id: string }[] };
      await expectWhole(
        dir,
        documents.map(({ id }) => id),
        leaves,
      );
      const stick = path.join(dir, '../stick');
      if (fs.existsSync(stick)) {
        // What is marked good is good; what is not is no backup, and the next one cleans it up.
        expect(checkBackups(stick).flatMap(({ faults }) => faults)).toEqual([]);
        expect((await rihai(TASKS[3]!.args(dir))).exit).toBe(0);
        expect(filesOf(stick).filter((file) => file.endsWith('.part'))).toEqual([]);
      }
      fs.rmSync(path.dirname(dir), { recursive: true });
    }
    console.log(`${name}: ${String(killed)} of ${String(KILLS)} killed, seed ${String(seed)}`);
    expect(killed).toBeGreaterThan(KILLS / 3);
  });
});
