import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect } from 'vitest';
import { systemClock } from '#core/kernel/ports';
import { openCaseFile, type CaseFile } from '#core/app/index';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { closedVault, newFolder, open, PASSPHRASE } from '#tests/integration/vault-kit';

export const RESOURCES = path.join(import.meta.dirname, '../../resources');

/** A file with the passphrase of the test vaults, and the options that use it. */
export function access(dir: string): readonly string[] {
  const file = path.join(newFolder(), 'passphrase');
  fs.writeFileSync(file, `${PASSPHRASE}\n`, { mode: 0o600 });
  return ['--vault', dir, '--passphrase-file', file];
}

/** The same by the recovery key of the one fixture: half the time of a command, where the secret is not the matter. */
export async function accessByPaper(dir: string): Promise<readonly string[]> {
  const file = path.join(newFolder(), 'recovery-key');
  fs.writeFileSync(file, `${(await closedVault()).recoveryKey}\n`, { mode: 0o600 });
  return ['--vault', dir, '--recovery-file', file];
}

/** Invented people, one a line, each with a note that can be looked for. */
export function peopleLines(count: number, mark = 'Sample'): string {
  const lines: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const name = `${mark} Khayali ${String(n)}`;
    lines.push(
      JSON.stringify({
        kind: 'person',
        id: `p${String(n)}`,
        names: [{ text: name }],
        notes: `${mark} note ${String(n)}`,
      }),
    );
  }
  return `${lines.join('\n')}\n`;
}

export type Running = {
  readonly child: ChildProcess;
  /** Ids acknowledged so far, in order. */
  readonly acknowledged: readonly string[];
  readonly exit: Promise<number | null>;
};

/** Starts an import and collects what it acknowledges, line by line. */
export function startImport(args: readonly string[], onBatch: (batches: number) => void): Running {
  const child = spawn(process.execPath, [PROGRAM, 'import', ...args], {
    // A machine of its own: copies of one vault would be older copies to a shared one.
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const acknowledged: string[] = [];
  let rest = '';
  let batches = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      acknowledged.push(...(JSON.parse(line) as { readonly ids: readonly string[] }).ids);
      batches += 1;
      onBatch(batches);
    }
  });
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      resolve(code);
    });
  });
  return { child, acknowledged, exit };
}

/** Opens a vault through the front door, does something with it, and closes it whatever happens. */
export async function withCaseFile<T>(
  dir: string,
  work: (file: CaseFile) => T | Promise<T>,
): Promise<T> {
  const vault = await open(dir, { clock: systemClock });
  try {
    return await work(openCaseFile(vault, { resourcesDir: RESOURCES }));
  } finally {
    vault.close();
  }
}

/** Nothing lies in a closed vault's folder but header, one database, attachments, and what may stay besides. */
export function expectNothingHalfDone(dir: string, besides: readonly string[] = []): void {
  expect(fs.readdirSync(path.join(dir, 'staging'))).toEqual([]);
  const others = fs
    .readdirSync(dir)
    .filter((name) => !/^(?:blobs|staging|vault\.rhv(?:\.bak)?)$/u.test(name))
    .filter((name) => !besides.includes(name));
  expect(others).toEqual([expect.stringMatching(/^main-\d{6}\.db$/u)]);
}

/** The long form runs under `npm run soak`. */
const isLong = process.env['RIHAI_SOAK'] === '1';
export const longOrShort = (long: number, short: number): number => (isLong ? long : short);

/** What the short form takes: with the same inputs each time, a failure is the change's own. */
const USUAL_SEED = 20_261_130;

/** Another one each long run, so that runs add up; `RIHAI_SEED` repeats one that was printed. */
export const seedOfRun = (): number =>
  Number(process.env['RIHAI_SEED'] ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : USUAL_SEED));
