import * as os from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSodium } from '#core/vault/sodium';
import { startDisplays } from '#tests/e2e/displays';
import { makeHome } from '#tests/e2e/kit';
import { makeReadable } from '#tests/e2e/program';
import { fill } from '../fill';
import { seeSession, vaultIn, type Seen } from './session';
import { compareStarts } from './starts';
import {
  lockTable,
  memoryTable,
  screensTable,
  startsTable,
  typingTable,
  unlockTable,
} from './tables';

const ROUNDS = 10;
/** Cases; a case is ten records. */
const SIZES = [10, 1_000, 10_000];

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const load = (): string => `load ${os.loadavg()[0]?.toFixed(1) ?? '?'}`;

async function measure(matters: number, rounds: number, withStarts: boolean): Promise<void> {
  const home = makeHome();
  try {
    const dir = vaultIn(home);
    const { records } = await fill({
      dir,
      matters,
      resourcesDir: resolve('resources'),
      today: new Date().toISOString().slice(0, 10),
      isCostly: true,
    });
    home.own(dir);
    say(`\n## ${String(records)} records (${load()})\n`);
    if (withStarts) say(`${startsTable(await compareStarts(dir, rounds))}\n`);
    const seen: Seen[] = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await seeSession(home, dir));
    for (const table of [unlockTable, screensTable, typingTable, memoryTable, lockTable])
      say(`${table(seen)}\n`);
    say(`(${load()})`);
  } finally {
    home.remove();
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: String(ROUNDS) } },
    allowPositionals: true,
  });
  const rounds = Number(values.rounds);
  const sizes = positionals.length > 0 ? positionals.map(Number) : SIZES;
  await loadSodium();
  const clean = makeReadable({
    root: resolve('.'),
    electron: process.env['RIHAI_E2E_ELECTRON'] ?? '',
  });
  const endDisplay = await startDisplays(1);
  try {
    const cpu = os.cpus()[0]?.model ?? 'unknown processor';
    say(`${cpu}, ${String(os.cpus().length)} cores, Node ${process.version}`);
    say('Milliseconds: median, and in brackets the 95th of a hundred.');
    for (const [at, matters] of sizes.entries()) await measure(matters, rounds, at === 0);
  } finally {
    endDisplay();
    clean();
  }
}

void main();
