import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCaseFile } from '#core/app/index';
import { writeWholeFile } from '#core/app/whole-file';
import { checkBackups, makeBackup, restoreBackup } from '#core/backup/index';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { EVERYTHING, fill, openFile } from '#tests/fixtures/exchange-desks';
import {
  attachTo,
  closeAll,
  has,
  person,
  sync,
  twoDesks,
  type FolderDesk,
} from '#tests/fixtures/folder-desks';
import {
  codeOf,
  deriveOnce,
  filesOf,
  newFolder,
  newVault,
  PASSPHRASE,
} from '#tests/integration/vault-kit';
import { longOrShort, RESOURCES } from './kit';
import { kindsOfSticks, type Stick } from './stick-kit';

const PULLS = longOrShort(60, 1);
const PAPER_BYTES = 512 * 1024;
/** All that may be said of a stick that went away. */
const CODES = ['disk/gone', 'disk/failed', 'folder/unreachable', 'folder/empty', 'input/file'];

const sticks = kindsOfSticks().map((make) => make());
const plugged = new Set<Stick>();

afterAll(() => {
  closeAll();
  for (const stick of plugged) stick.pull();
});

const plugIn = (stick: Stick): void => {
  stick.plugIn();
  plugged.add(stick);
};

/** What is written to a stick, and what has to hold of it afterwards. */
type Task = {
  readonly name: string;
  /** Done once before, so that something is there already. */
  readonly write: () => Promise<unknown>;
  /** The stick is plugged in again: what lies on it is whole, or taken for nothing. */
  readonly look: () => Promise<void>;
};

/** How often a pull that came too late is tried again, in half the time. */
const TRIES = 6;

/**
 * Does the work over and over; each time the stick is pulled out at another place of it. Answers how often
 * that was in the middle of it.
 */
async function pullOften(stick: Stick, { name, write, look }: Task): Promise<number> {
  await write();
  // The first run is slow: it also loads and warms up what it needs.
  const from = performance.now();
  await write();
  const tookMs = performance.now() - from;
  await look();
  const said: Record<string, number> = {};
  for (let round = 0; round < PULLS; round += 1) {
    let code = 'none';
    for (let tries = 0; tries < TRIES && code === 'none'; tries += 1) {
      const out = stick.pullAfter((((round + 0.5) / PULLS) * tookMs) / 2 ** tries);
      code = await codeOf(write());
      await out;
      plugIn(stick);
      await look();
    }
    said[code] = (said[code] ?? 0) + 1;
  }
  await write();
  await look();
  console.log(`${stick.name}, ${name}: ${JSON.stringify(said)} of ${String(PULLS)}`);
  expect(Object.keys(said).filter((code) => code !== 'none' && !CODES.includes(code))).toEqual([]);
  return PULLS - (said['none'] ?? 0);
}

let made: ReturnType<typeof twoDesks> | undefined;

/** Two desks that know each other and share a folder, now on this stick; the first has a paper. */
async function desksOn(stick: Stick) {
  made ??= twoDesks().then(async (desks) => {
    await attachTo(desks.a, Buffer.alloc(PAPER_BYTES, 'Sample '), 'Sample');
    return desks;
  });
  const { a, b } = await made;
  const place = path.join(stick.place, 'shared');
  fs.mkdirSync(place);
  for (const { file } of [a, b]) {
    const [folder] = file.exchange.folders.list();
    file.exchange.folders.move(folder?.place ?? '', place);
  }
  const desks = { a: { ...a, place }, b: { ...b, place } };
  // What lay on the stick before is not on this one.
  for (const one of [desks.a, desks.b, desks.a, desks.b]) await sync(one, { anew: true });
  return desks;
}

function backups(stick: Stick, { vault }: FolderDesk): Task {
  const dir = path.join(stick.place, 'backups');
  let latest: string | undefined;
  return {
    name: 'backup',
    write: () => makeBackup(vault, dir),
    look: async () => {
      const found = checkBackups(dir);
      expect(found.flatMap(({ faults }) => faults)).toEqual([]);
      // The one of before is still there, and the latest opens.
      const stems = found.map(({ stem }) => stem);
      if (latest !== undefined) expect(stems).toContain(latest);
      [latest] = stems;
      expect(latest).toBeDefined();
      const into = path.join(newFolder(), 'restored');
      const secret = { type: 'passphrase', bytes: utf8(PASSPHRASE) } as const;
      const options = { clock: systemClock, deriveKey: deriveOnce, secret };
      expect((await restoreBackup({ from: dir, dir: into, ...options })).missing).toEqual([]);
      fs.rmSync(into, { recursive: true });
    },
  };
}

function bundles(stick: Stick, a: FolderDesk, b: FolderDesk): Task {
  let made = 0;
  return {
    name: 'bundle',
    write: async () => {
      const { exchange } = a.file;
      const addressee = await exchange.addressee({ to: [b.name] });
      const { bytes } = await exchange.make({ leaving: exchange.plan(EVERYTHING), addressee });
      made += 1;
      const file = path.join(stick.place, `sample-${String(made)}.rihai`);
      await writeWholeFile(file, bytes, { force: false });
    },
    look: async () => {
      const names = fs.readdirSync(stick.place).filter((one) => one.endsWith('.rihai'));
      expect(names).toContain('sample-1.rihai');
      for (const one of names) (await openFile(b, path.join(stick.place, one))).drop();
    },
  };
}

function sharing(a: FolderDesk, b: FolderDesk): Task {
  const ids: Awaited<ReturnType<typeof fill>> = [];
  return {
    name: 'shared folder',
    write: async () => {
      ids.push(...(await fill(a.file, [person('Sample Khayali')])));
      const n = String(ids.length);
      await attachTo(a, Buffer.alloc(PAPER_BYTES / 4, `Sample folder ${n} `), n);
      await sync(a);
    },
    look: async () => {
      const { waits } = await sync(b);
      expect(waits.filter(({ reason }) => !['arriving', 'gap'].includes(reason))).toEqual([]);
      // Whatever the stick lost, one more run of each brings it over.
      await sync(a);
      await sync(b);
      expect(ids.filter((id) => !has(b, id))).toEqual([]);
      expect(b.vault.blobs.names()).toHaveLength(a.vault.blobs.names().length);
    },
  };
}

describe.each(sticks)('a stick that is pulled out mid-write: $name', (stick) => {
  it('leaves whole backups, bundles and parts of a shared folder, and a code', async () => {
    plugIn(stick);
    const { a, b } = await desksOn(stick);
    let inTheMiddle = 0;
    for (const task of [backups(stick, a), bundles(stick, a, b), sharing(a, b)])
      inTheMiddle += await pullOften(stick, task);
    expect(inTheMiddle).toBeGreaterThan(0);
    // A vault may lie on it too, though some of these file systems keep no modes.
    if (!stick.canHoldVault) return;
    const { vault: carried } = await newVault({ dir: path.join(stick.place, 'carried') });
    carried.close();
    // The vaults themselves never were on it.
    for (const { vault } of [a, b]) {
      const file = openCaseFile(vault, { resourcesDir: RESOURCES });
      expect((await file.verify(() => undefined)).isSound).toBe(true);
      expect(filesOf(path.join(vault.dir, 'staging'))).toEqual([]);
    }
  });
});
