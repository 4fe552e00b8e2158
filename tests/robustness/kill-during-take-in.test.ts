import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { seeded } from '#tests/bench/generate';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import { bundleFile, desk, EVERYTHING, fill } from '#tests/fixtures/exchange-desks';
import { copyFolder, newFolder, streamOf } from '#tests/integration/vault-kit';
import { access, expectNothingHalfDone, longOrShort, seedOfRun, withCaseFile } from './kit';

const KILLS = longOrShort(200, 4);
const PEOPLE = longOrShort(1_500, 300);
const FILES = longOrShort(12, 4);
const FILE_BYTES = 1_500_000;

let receiver: string;
let bundle: string;
/** How long a whole take-in lasts on this machine, the start of the program counted in. */
let wholeMs: number;

const words = (dir: string): readonly string[] => ['bundle', 'take', bundle, ...access(dir)];

beforeAll(async () => {
  const lawyer = await desk('Sample Vakil');
  const committee = await desk('Sample Committee');
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    ...{ kind: 'person', id: `p${String(at)}` },
    names: [{ text: `Sample Khayali ${String(at)}` }],
  }));
  await fill(lawyer.file, people);
  for (let at = 0; at < FILES; at += 1) {
    const bytes = utf8(`${String(at)} `.padEnd(FILE_BYTES, 'x'));
    await lawyer.file.documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: `paper-${String(at)}.txt`, about: [] },
    );
  }
  for (const [here, there] of [
    [lawyer, committee],
    [committee, lawyer],
  ] as const) {
    const { card } = here.file.exchange.cards.add(await there.file.exchange.ownCard());
    here.file.exchange.cards.verify(card.id, 'voice', card.digits.join(' '));
  }
  bundle = await bundleFile(lawyer, [committee], EVERYTHING);
  for (const { vault } of [lawyer, committee]) vault.close();
  receiver = committee.vault.dir;
  const whole = copyFolder(receiver);
  const start = Date.now();
  const done = await rihai(words(whole));
  wholeMs = Date.now() - start;
  expect(done.exit, done.stderr).toBe(0);
});

describe('taking a bundle in that is killed', () => {
  it(`leaves all of it or nothing, ${String(KILLS)} times`, async () => {
    const seed = seedOfRun();
    console.log(`kill during take-in, seed ${String(seed)} (RIHAI_SEED)`);
    const random = seeded(seed);
    const ends = { nothing: 0, all: 0 };
    for (let round = 0; round < KILLS; round += 1) {
      const dir = copyFolder(receiver);
      const child = spawn(process.execPath, [PROGRAM, ...words(dir)], {
        env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
        detached: true,
        stdio: 'ignore',
      });
      const closed = new Promise((resolve) => child.on('close', resolve));
      // In the later half of it, where staging is full and the transaction runs.
      const timer = setTimeout(() => child.kill('SIGKILL'), wholeMs * (0.35 + random() * 0.6));
      await closed;
      clearTimeout(timer);
      await withCaseFile(dir, async (file) => {
        const counted = new Map(file.counts().map(({ kind, records }) => [kind, records]));
        const [people = 0, documents = 0] = [counted.get('person'), counted.get('document')];
        const isAll = people === PEOPLE && documents === FILES;
        expect(isAll || (people === 0 && documents === 0), `round ${String(round)}`).toBe(true);
        expect(file.exchange.arrivals()).toHaveLength(isAll ? 1 : 0);
        const { isSound } = await file.verify(() => undefined);
        expect(isSound, `round ${String(round)}`).toBe(true);
        ends[isAll ? 'all' : 'nothing'] += 1;
      });
      expectNothingHalfDone(dir, ['before']);
      fs.rmSync(dir, { recursive: true });
    }
    console.log(`take-in: ${String(ends.nothing)} nothing, ${String(ends.all)} all`);
    // Kills that all came too late would prove nothing.
    expect(ends.nothing).toBeGreaterThan(0);
  });
});
