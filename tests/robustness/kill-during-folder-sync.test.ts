import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { seeded } from '#tests/bench/generate';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import { desk, fill, introduce } from '#tests/fixtures/exchange-desks';
import { group, SETTINGS } from '#tests/fixtures/folder-desks';
import { copyFolder, newFolder, streamOf } from '#tests/integration/vault-kit';
import { access, expectNothingHalfDone, longOrShort, seedOfRun, withCaseFile } from './kit';

const ROUNDS = longOrShort(100, 2);
const PEOPLE = longOrShort(1_500, 300);
const FILES = 4;
const FILE_BYTES = 1_500_000;

let sender: string;
let receiver: string;
let place: string;
/** How long a whole run lasts on this machine at each end, the start of the program counted in. */
let sendMs: number;
let takeMs: number;

const words = (dir: string): readonly string[] => ['folder', 'sync', place, ...access(dir)];

async function whole(dir: string): Promise<number> {
  const start = Date.now();
  const done = await rihai(words(dir));
  expect([done.exit, done.stderr]).toEqual([0, expect.any(String)]);
  return Date.now() - start;
}

/** Starts a run and kills it after so long. */
async function killed(dir: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...words(dir)], {
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
    detached: true,
    stdio: 'ignore',
  });
  const closed = new Promise((resolve) => child.on('close', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await closed;
  clearTimeout(timer);
}

const empty = (): void => {
  for (const name of fs.readdirSync(place)) fs.rmSync(path.join(place, name));
};

beforeAll(async () => {
  place = newFolder();
  const one = await desk('Sample One');
  const two = await desk('Sample Two');
  await introduce(one, two);
  for (const [here, there] of [
    [one, two],
    [two, one],
  ] as const) {
    group(here, [there]);
    here.file.exchange.folders.add(place, { ...SETTINGS, partBytes: 1_048_576 });
  }
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    ...{ kind: 'person', id: `p${String(at)}` },
    names: [{ text: `Sample Khayali ${String(at)}` }],
  }));
  await fill(one.file, people);
  for (let at = 0; at < FILES; at += 1) {
    const bytes = utf8(`${String(at)} `.padEnd(FILE_BYTES, 'x'));
    await one.file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: `paper-${String(at)}.txt`, about: [] },
    );
  }
  for (const { vault } of [one, two]) vault.close();
  [sender, receiver] = [one.vault.dir, two.vault.dir];
  const [from, to] = [copyFolder(sender), copyFolder(receiver)];
  sendMs = await whole(from);
  takeMs = await whole(to);
  empty();
});

const faultsOf = async (file: CaseFile) =>
  (await file.verify(() => undefined)).steps.flatMap(({ faults }) => faults);

/** Sound, and of what arrives all of the facts or none, and no file without its facts. */
async function check(dir: string, round: string): Promise<number> {
  return withCaseFile(dir, async (file) => {
    const counted = new Map(file.counts().map(({ kind, records }) => [kind, records]));
    const [people = 0, documents = 0] = [counted.get('person'), counted.get('document')];
    expect([people, documents], round).toEqual(people === 0 ? [0, 0] : [PEOPLE, FILES]);
    expect(await faultsOf(file), round).toEqual([]);
    file.log.verify();
    return people;
  });
}

describe('syncing a folder that is killed', () => {
  it(`goes on where it was, at both ends, ${String(ROUNDS)} times`, async () => {
    const seed = seedOfRun();
    console.log(`kill during folder sync, seed ${String(seed)} (RIHAI_SEED)`);
    const random = seeded(seed);
    const ends = { nothing: 0, all: 0 };
    for (let at = 0; at < ROUNDS; at += 1) {
      const round = `round ${String(at)}`;
      const [from, to] = [copyFolder(sender), copyFolder(receiver)];
      await killed(from, sendMs * (0.3 + random() * 0.65));
      expect(await check(from, round)).toBe(PEOPLE);
      await whole(from);
      await killed(to, takeMs * (0.3 + random() * 0.65));
      ends[(await check(to, round)) === 0 ? 'nothing' : 'all'] += 1;
      await whole(to);
      await whole(from);
      await whole(to);
      await withCaseFile(to, async (file) => {
        expect(file.records.all('document'), round).toHaveLength(FILES);
        for (const { fields } of file.records.all('document'))
          await file.vault.blobs.verify(fields.blob ?? '');
        const [folder] = file.exchange.folders.list();
        expect(folder?.waits, round).toEqual([]);
        expect(await faultsOf(file), round).toEqual([]);
      });
      await withCaseFile(from, (file) => {
        expect(file.exchange.folders.list()[0]?.outstanding, round).toEqual([]);
      });
      for (const dir of [from, to]) {
        expectNothingHalfDone(dir, ['before']);
        fs.rmSync(dir, { recursive: true });
      }
      empty();
    }
    console.log(`receiver: ${String(ends.nothing)} nothing, ${String(ends.all)} all`);
  });
});
