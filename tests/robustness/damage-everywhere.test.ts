import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { makeBackup, restoreBackup } from '#core/backup/index';
import { systemClock } from '#core/kernel/ports';
import { utf8 } from '#core/kernel/bytes';
import {
  copyFolder,
  deriveOnce,
  filesOf,
  newFolder,
  newVault,
  open,
  PASSPHRASE,
} from '#tests/integration/vault-kit';
import {
  allOf,
  below,
  cuts,
  DB,
  everyStep,
  filledVault,
  flipBit,
  hurtEach,
  outcome,
  swap,
  type Hurt,
  type Whole,
} from './damage-kit';
import { access, longOrShort, peopleLines, startImport } from './kit';

let whole: Whole;
beforeAll(async () => {
  whole = await filledVault();
});
const look = (dir: string): Promise<string> => outcome(dir, whole.said);
const databaseBytes = (): number => fs.statSync(path.join(whole.dir, DB)).size;
const blobFile = (dir: string, name: string): string =>
  path.join(dir, 'blobs', name.slice(0, 2), `${name}.rhb`);

describe('a vault damaged anywhere', () => {
  it('says so for a flipped bit in its database, or says what it said before', async () => {
    const dir = copyFolder(whole.dir);
    const counts = await hurtEach(dir, path.join(dir, DB), everyStep(databaseBytes()), look);
    expect(Object.keys(counts).filter((code) => code !== 'db/damaged')).toEqual([]);
  });

  it('says so where the database is cut short, or two of its pages are swapped', async () => {
    const dir = copyFolder(whole.dir);
    const pages = databaseBytes() / 4096;
    const swaps = Array.from({ length: longOrShort(20, 8) }, () => {
      const a = 1 + below(pages - 2);
      return swap(a * 4096, (a + 1 + below(pages - a - 1)) * 4096, 4096);
    });
    const counts = await hurtEach(
      dir,
      path.join(dir, DB),
      [...cuts(databaseBytes()), ...swaps],
      look,
    );
    expect(counts).toEqual({ 'db/damaged': cuts(databaseBytes()).length + swaps.length });
  });

  it('says so for a flipped bit, a cut and a swap in its attachments', async () => {
    const dir = copyFolder(whole.dir);
    for (const [nth, name] of whole.blobs.entries()) {
      const file = blobFile(dir, name);
      const { size } = fs.statSync(file);
      const heads = Array.from({ length: nth === 0 ? 64 : longOrShort(64, 4) }, (_, at) =>
        flipBit(at, below(8)),
      );
      const hurts = [...everyStep(size), ...heads, ...cuts(size)];
      if (size > 2 * 65_553) hurts.push(swap(64, 64 + 65_553, 65_553));
      const counts = await hurtEach(dir, file, hurts, look);
      expect(counts).toEqual({ 'blob/damaged': hurts.length });
    }
    const [one = '', two = ''] = whole.blobs.filter(
      (name) => fs.statSync(blobFile(dir, name)).size > 9000,
    );
    const others = fs.readFileSync(blobFile(dir, two));
    const withOthersHead: Hurt = (bytes) =>
      Buffer.concat([others.subarray(0, 64), bytes.subarray(64)]);
    const counts = await hurtEach(dir, blobFile(dir, one), [() => others, withOthersHead], look);
    expect(counts).toEqual({ 'blob/damaged': 2 });
  });

  it('never takes the header of another vault for its own', async () => {
    const dir = copyFolder(whole.dir);
    const { vault } = await newVault();
    vault.close();
    for (const name of ['vault.rhv', 'vault.rhv.bak']) {
      fs.copyFileSync(path.join(vault.dir, name), path.join(dir, name));
    }
    expect(await look(dir)).toBe('db/damaged');
  });
});

describe('writes that a crash left beside the database', () => {
  let crashed: string;
  let acknowledged: readonly string[];
  beforeAll(async () => {
    crashed = copyFolder(whole.dir);
    const lines = path.join(newFolder(), 'more.jsonl');
    fs.writeFileSync(lines, peopleLines(3000, 'Later'));
    const running = startImport([...access(crashed), lines], (batches) => {
      if (batches === 2) running.child.kill('SIGKILL');
    });
    await running.exit;
    ({ acknowledged } = running);
  });

  /** A vault may open at an earlier commit, never at half of one and never with other values. */
  async function afterDamage(dir: string): Promise<string> {
    try {
      const said = (await allOf(dir)).split('\n');
      const old = new Set(whole.said.split('\n'));
      const kept = said.slice(0, -1).filter((line) => old.has(line)).length;
      const isWhole = (said.length - old.size) % 500 === 0;
      return kept === old.size - 1 && isWhole ? 'an earlier commit' : 'other';
    } catch (error) {
      return isAppError(error) ? error.code : `not coded: ${String(error)}`;
    }
  }

  it('are taken whole or not at all where a bit of them is flipped or their end is cut', async () => {
    expect(acknowledged.length).toBeGreaterThan(0);
    const file = path.join(crashed, `${DB}-wal`);
    const { size } = fs.statSync(file);
    expect(size).toBeGreaterThan(100_000);
    const counts = await hurtEach(
      crashed,
      file,
      [
        ...everyStep(size),
        ...Array.from({ length: longOrShort(32, 4) }, (_, at) => flipBit(at, below(8))),
        ...[...cuts(size), swap(32, 32 + 4120, 4120)],
      ],
      afterDamage,
    );
    const clean = new Set(['an earlier commit', 'db/damaged']);
    expect(Object.keys(counts).filter((code) => !clean.has(code))).toEqual([]);
  });
});

describe('a backup damaged anywhere', () => {
  it('is restored whole, or refused, or says which paper is gone: never other than it was', async () => {
    const stick = path.join(newFolder(), 'stick');
    const vault = await open(copyFolder(whole.dir));
    await makeBackup(vault, stick);
    vault.close();
    const restored = async (): Promise<string> => {
      const dir = path.join(newFolder(), 'restored');
      const secret = { type: 'passphrase', bytes: utf8(PASSPHRASE) } as const;
      const options = { from: stick, dir, secret, clock: systemClock, deriveKey: deriveOnce };
      try {
        const { missing } = await restoreBackup(options);
        if (missing.length > 0) return 'a paper is missing';
        const said = (await allOf(dir)).split('\n').slice(0, -1);
        return said.join('\n') === whole.said.split('\n').slice(0, -1).join('\n')
          ? 'same'
          : 'other';
      } catch (error) {
        return isAppError(error) ? error.code : `not coded: ${String(error)}`;
      } finally {
        fs.rmSync(dir, { recursive: true, force: true });
      }
    };
    expect(await restored()).toBe('same');
    for (const file of filesOf(stick)) {
      const { size } = fs.statSync(file);
      // Header and list of the backup: every byte of them, in the long form.
      const isHead = /\.rh[vm]$/u.test(file);
      const step = isHead ? longOrShort(1, 512) : longOrShort(4096, 64 * 4096);
      const flips = Array.from({ length: Math.ceil(size / step) }, (_, n) =>
        flipBit(Math.min(size - 1, n * step + below(step)), below(8)),
      );
      const hurts = [...flips, (bytes: Uint8Array) => bytes.subarray(0, below(size))];
      const counts = await hurtEach(stick, file, hurts, restored);
      // A hexadecimal digit of a proof that became another one is told as forged, not as damaged.
      const told = file.endsWith('.rhb') ? ['a paper is missing'] : ['backup/damaged'];
      const clean = new Set(isHead ? [...told, 'backup/forged'] : told);
      expect(Object.keys(counts).filter((code) => !clean.has(code))).toEqual([]);
    }
  });
});
