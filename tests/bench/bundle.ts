import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { CaseFile } from '#core/app/index';
import { loadSodium } from '#core/vault/sodium';
import { fill } from './fill';
import { onceAsync, shown } from './measure';
import { caseFileOf, newVault, openAgain } from './vault';

// A bundle of a whole office: made, taken in, and the same bytes through `age` and `gpg` beside it.

const RESOURCES = path.resolve('resources');
const MIB = 1024 * 1024;
const FILE_MIB = 64;
/** About 10,000 records. */
const MATTERS = 1_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The most memory of this process while something runs, in MiB, looked at now and then. */
function memory() {
  let peak = 0;
  let looks = 0;
  return {
    look: (): void => {
      looks += 1;
      // To ask the system costs more than a part does.
      if (looks % 64 !== 1) return;
      peak = Math.max(peak, process.memoryUsage.rss());
    },
    mib: (): number => Math.round(peak / MIB),
  };
}

/** Bytes that do not compress, the same each time and made faster than anything reads them. */
async function* noise(mib: number): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(MIB);
  for (let at = 0; at < block.length; at += 4)
    new DataView(block.buffer).setUint32(at, Math.imul(at + 1, 2_654_435_761) >>> 0);
  for (let part = 0; part < mib; part += 1) {
    block[0] = part & 0xff;
    block[1] = part >> 8;
    yield await Promise.resolve(block);
  }
}

async function attach(file: CaseFile, mib: number): Promise<void> {
  for (let done = 0; done < mib; done += FILE_MIB) {
    const bytes = (async function* () {
      yield Uint8Array.of(done & 0xff, (done >> 8) & 0xff);
      yield* noise(FILE_MIB);
    })();
    await file.documents.attach(
      { bytes, sizeBytes: FILE_MIB * MIB + 2 },
      { originalName: `scan-${String(done)}.bin`, about: [] },
    );
  }
}

type Row = {
  /** Of this process, on all cores: what other work on the machine does not change much. */
  readonly cpuMs?: number;
  readonly what: string;
  readonly ms: number;
  readonly bytes: number;
  readonly peak?: number;
};

const rate = (bytes: number, ms: number): string => `${shown(bytes / MIB / (ms / 1000))} MiB/s`;

function line({ what, ms, bytes, peak, cpuMs }: Row): string {
  const cpu = cpuMs === undefined ? '' : `, by own time ${rate(bytes, cpuMs)}`;
  const most = peak === undefined ? '' : `, peak ${String(peak)} MiB`;
  return `  ${what.padEnd(34)} ${shown(ms / 1000).padStart(8)} s ${rate(bytes, ms).padStart(14)}${cpu}${most}`;
}

/** Milliseconds on the clock and of this process's own time. */
async function timed<T>(work: () => Promise<T>) {
  const before = process.cpuUsage();
  const { ms, value } = await onceAsync(work);
  const { user, system } = process.cpuUsage(before);
  return { ms, value, cpuMs: (user + system) / 1000 };
}

async function meet(here: CaseFile, there: CaseFile): Promise<string> {
  const { card } = here.exchange.cards.add(await there.exchange.ownCard());
  here.exchange.cards.verify(card.id, 'voice', card.digits.join(' '));
  return card.id;
}

async function make(from: CaseFile, to: string, target: string): Promise<Row> {
  const peak = memory();
  const plan = await onceAsync(() =>
    Promise.resolve(from.exchange.plan({ purpose: 'counsel', history: 'full', files: 'all' })),
  );
  say(`  ${String(plan.value.records.length)} records, plan in ${shown(plan.ms)} ms`);
  const { ms, cpuMs } = await timed(async () => {
    const addressee = await from.exchange.addressee({ to: [to] });
    const made = await from.exchange.make({
      ...{ leaving: plan.value, addressee },
      onRead: peak.look,
    });
    const out = fs.openSync(target, 'wx', 0o600);
    for await (const part of made.bytes) {
      fs.writeSync(out, part);
      peak.look();
    }
    fs.fsyncSync(out);
    fs.closeSync(out);
    made.note();
  });
  return { what: 'make, to a file', ms, cpuMs, bytes: fs.statSync(target).size, peak: peak.mib() };
}

async function take(at: CaseFile, source: string): Promise<readonly Row[]> {
  const bytes = fs.statSync(source).size;
  const peak = memory();
  const watched = (async function* () {
    for await (const part of fs.createReadStream(source, {
      highWaterMark: MIB,
    }) as AsyncIterable<Uint8Array>) {
      peak.look();
      yield part;
    }
  })();
  const opened = await timed(() => at.exchange.open(watched));
  const look = await onceAsync(() => at.exchange.preview(opened.value));
  const choice = { records: 'all', rest: 'setAside', answers: {}, despite: false } as const;
  const taken = await onceAsync(() => Promise.resolve(at.exchange.take(opened.value, choice)));
  peak.look();
  opened.value.drop();
  return [
    {
      what: 'open: read, check, keep sealed',
      ...{ ms: opened.ms, cpuMs: opened.cpuMs, bytes, peak: peak.mib() },
    },
    { what: 'look through', ms: look.ms, bytes },
    { what: 'take in, with its copy before', ms: taken.ms, bytes },
  ];
}

/** The same bytes through the programs of the system. */
async function beside(dir: string, mib: number): Promise<readonly Row[]> {
  const [plain, key, sealed, words] = ['plain', 'key', 'sealed', 'words'].map((name) =>
    path.join(dir, name),
  ) as [string, string, string, string];
  const out = fs.openSync(plain, 'w');
  for await (const part of noise(mib)) fs.writeSync(out, part);
  fs.closeSync(out);
  execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' });
  const [, recipient = ''] = /public key: (age1\w+)/u.exec(fs.readFileSync(key, 'utf8')) ?? [];
  fs.writeFileSync(words, 'walnut ferry lantern orbit\n');
  const home = path.join(dir, 'gnupg');
  fs.mkdirSync(home, { mode: 0o700 });
  const gpg = ['--homedir', home, '--batch', '--yes', '--pinentry-mode', 'loopback'];
  const secret = ['--passphrase-file', words];
  const runs: readonly (readonly [string, string, readonly string[]])[] = [
    ['age, encrypt', 'age', ['-r', recipient, '-o', sealed, plain]],
    ['age, decrypt', 'age', ['-d', '-i', key, '-o', '/dev/null', sealed]],
    [
      'gpg AES-256, encrypt',
      'gpg',
      [...gpg, ...secret, '--compress-algo', 'none', '-o', sealed, '--symmetric', plain],
    ],
    ['gpg AES-256, decrypt', 'gpg', [...gpg, ...secret, '-o', '/dev/null', '-d', sealed]],
  ];
  const rows: Row[] = [];
  for (const [what, program, args] of runs) {
    const { ms } = await onceAsync(() =>
      Promise.resolve(execFileSync(program, args, { stdio: 'ignore' })),
    );
    rows.push({ what, ms, bytes: mib * MIB });
  }
  return rows;
}

async function run(): Promise<void> {
  await loadSodium();
  const mib = Number(process.argv[2] ?? 2_048);
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rihai-bench-'));
  try {
    say(`Bundles: about 10,000 records and ${String(mib)} MiB of attachments`);
    say(`  load of the machine at the start: ${os.loadavg().map(shown).join(', ')}`);
    await fill({ dir: path.join(dir, 'from'), matters: MATTERS, resourcesDir: RESOURCES });
    const from = caseFileOf(await openAgain(path.join(dir, 'from')), RESOURCES);
    await attach(from, mib);
    const to = caseFileOf(await newVault(path.join(dir, 'to')), RESOURCES);
    const card = await meet(from, to);
    await meet(to, from);
    const target = path.join(dir, 'office.rihai');
    say(line(await make(from, card, target)));
    for (const row of await take(to, target)) say(line(row));
    fs.rmSync(target);
    from.vault.close();
    to.vault.close();
    for (const row of await beside(dir, mib)) say(line(row));
    say(`  load of the machine at the end: ${os.loadavg().map(shown).join(', ')}`);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

void run();
