import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import type { CaseFile } from '#core/app/index';
import type { ChangeWriter } from '#core/changes/writer';
import { loadSodium } from '#core/vault/sodium';
import { fill, type Filled } from './fill';
import { BENCH_TODAY } from './generate';
import { once, onceAsync, shown, times, type Times } from './measure';
import { caseFileOf, onDatabase, openAgain, openPlain, plainTwin, writerOf } from './vault';

const RESOURCES = path.resolve('resources');
const ATTACHED_MIB = 64;
const KEYSTROKES = [
  'z',
  'za',
  'zaf',
  'zafar',
  'zafar kha',
  'ظ',
  'ظفر',
  'record not rec',
  'final argu',
  'dastani 77',
];

type Row = {
  readonly what: string;
  readonly encrypted: string;
  readonly plain?: string;
  readonly ratio?: string;
};

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const cells = ({ median, worst }: Times): string => `${shown(median)} (${shown(worst)})`;

const compared = (what: string, encrypted: Times, plain: Times): Row => ({
  what,
  encrypted: cells(encrypted),
  plain: cells(plain),
  ratio: (encrypted.median / plain.median).toFixed(2),
});

/** How long one record took while the vault was filled. */
function written({ records, changes, ms }: Filled): Row {
  say(`  ${String(records)} records, ${String(changes)} changes in ${shown(ms / 1000)} s`);
  return {
    what: `write, a record (${String(records)} records, ${String(changes)} changes)`,
    encrypted: shown(ms / records),
  };
}

/** What a user waits on, by name. */
function waits(file: CaseFile, writer: ChangeWriter): Readonly<Record<string, () => Times>> {
  const people = file.detainees({ limit: 50, offset: 0, order: 'name', on: BENCH_TODAY }).rows;
  const person = people[Math.floor(people.length / 2)]?.id;
  if (person === undefined) throw new Error('the vault has no people');
  let count = 0;
  return {
    'list of detainees, first page': () =>
      times(20, [() => file.detainees({ limit: 50, offset: 0, order: 'name', on: BENCH_TODAY })]),
    ...Object.fromEntries(
      (['place', 'nextDate'] as const).map((order) => [
        `list of detainees by ${order}, first page`,
        () => times(20, [() => file.detainees({ limit: 50, offset: 0, order, on: BENCH_TODAY })]),
      ]),
    ),
    'list of cases, first page': () => times(20, [() => file.cases({ limit: 50, offset: 0 })]),
    'what narrows detainees and cases': () =>
      times(20, [
        () => {
          file.detaineeFacets();
          file.caseFacets();
        },
      ]),
    'search, a keystroke': () =>
      times(
        10,
        KEYSTROKES.map((text) => () => file.search(text)),
      ),
    Today: () => times(20, [() => file.todayOf(BENCH_TODAY)]),
    'one record, whole': () => times(50, [() => file.records.get(person)]),
    'save one field': () =>
      times(200, [
        () =>
          writer.commit('edit', { type: 'typed' }, [
            {
              record: person,
              kind: 'person',
              path: 'occupation',
              value: `trade ${String((count += 1))}`,
            },
          ]),
      ]),
  };
}

const SCAN = 'SELECT sum(length(value)) AS total FROM change';

async function compareWaits(dir: string, twinFile: string): Promise<Row[]> {
  const opened = await onceAsync(() => openAgain(dir));
  const vault = opened.value;
  const twin = await plainTwin(dir, twinFile)
    .then((db) => db.close())
    .then(() => openPlain(twinFile));
  const file = caseFileOf(vault, RESOURCES);
  const plainFile = caseFileOf(onDatabase(vault, twin), RESOURCES);
  const scan = {
    what: 'scan of every change, cold cache',
    encrypted: once(() => vault.db.prepare(SCAN).get()).ms,
    plain: once(() => twin.prepare(SCAN).get()).ms,
  };
  const ours = waits(file, writerOf(vault, RESOURCES));
  const theirs = waits(plainFile, writerOf(onDatabase(vault, twin), RESOURCES));
  const rows: Row[] = [
    { what: 'open, after the derivation', encrypted: shown(opened.ms) },
    ...Object.entries(ours).map(([what, run]) =>
      compared(what, run(), theirs[what]?.() ?? { median: NaN, worst: NaN }),
    ),
    {
      what: scan.what,
      encrypted: shown(scan.encrypted),
      plain: shown(scan.plain),
      ratio: (scan.encrypted / scan.plain).toFixed(2),
    },
  ];
  twin.close();
  rows.push(...(await papersAndFiles(file)), await imported(file));
  vault.close();
  return rows;
}

async function* zeros(mib: number): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < mib * 16; n += 1) yield await Promise.resolve(new Uint8Array(65_536));
}

async function papersAndFiles(file: CaseFile): Promise<Row[]> {
  const bytes = zeros(ATTACHED_MIB);
  const attach = await onceAsync(() =>
    file.documents.attach(
      { bytes, sizeBytes: ATTACHED_MIB * 1024 * 1024 },
      { originalName: 'sample.bin', about: [] },
    ),
  );
  const [first] = file.list({ kind: 'case', isTrashed: false, limit: 1, offset: 0 });
  if (first === undefined) throw new Error('the vault has no case');
  const subject = { type: 'case', id: first.id } as const;
  const order = { subject, paper: 'a4', profile: 'court', on: BENCH_TODAY } as const;
  await file.brief(order);
  const brief = await onceAsync(() => file.brief(order));
  return [
    { what: 'attach, a MiB', encrypted: shown(attach.ms / ATTACHED_MIB) },
    { what: 'brief as DOCX', encrypted: shown(brief.ms) },
  ];
}

const IMPORTED = 5000;

/** Takes a file of people in, as `rihai import` does: checked first, then written 500 at a time. */
async function imported(file: CaseFile): Promise<Row> {
  const lines = Array.from({ length: IMPORTED }, (_, n) =>
    JSON.stringify({
      kind: 'person',
      id: `p${String(n)}`,
      names: [{ text: `Sample Namuna ${String(n)}` }],
      sex: 'male',
    }),
  );
  const bytes = Buffer.from(lines.join('\n'));
  const source = {
    name: 'people.jsonl',
    async *open() {
      yield await Promise.resolve(bytes);
    },
  };
  const { ms } = await onceAsync(async () => {
    const checked = await file.imports.check([source]);
    await file.imports.run(checked, { onCommitted: () => undefined });
  });
  return { what: 'import from JSON Lines, a record', encrypted: shown(ms / IMPORTED) };
}

function table(rows: readonly Row[]): string {
  const line = ({ what, encrypted, plain = '', ratio = '' }: Row): string =>
    `| ${what} | ${encrypted} | ${plain} | ${ratio} |`;
  return [
    '| what | vault, ms | plain SQLite, ms | ratio |',
    '|---|---|---|---|',
    ...rows.map(line),
  ].join('\n');
}

async function main(): Promise<void> {
  await loadSodium();
  const sizes = process.argv.slice(2).map(Number);
  const cpu = os.cpus()[0]?.model ?? 'unknown processor';
  say(
    `${cpu}, ${String(os.cpus().length)} cores, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
  );
  say('Median, and in brackets the 95th of a hundred.');
  for (const matters of sizes.length > 0 ? sizes : [100, 10_000, 100_000]) {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'rihai-bench-'));
    const dir = path.join(work, 'vault');
    say(`\n## ${String(matters)} cases\n`);
    const filled = await fill({ dir, matters, resourcesDir: RESOURCES });
    const rows = await compareWaits(dir, path.join(work, 'plain.db'));
    say(`\n${table([written(filled), ...rows])}`);
    fs.rmSync(work, { recursive: true });
  }
}

void main();
