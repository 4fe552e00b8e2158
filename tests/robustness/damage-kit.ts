import * as fs from 'node:fs';
import * as path from 'node:path';
import { isAppError } from '#shared/errors/app-error';
import { openCaseFile } from '#core/app/index';
import { toHex } from '#core/kernel/bytes';
import { seeded } from '#tests/bench/generate';
import { rihai } from '#tests/fixtures/cli/run';
import { collect, copyOfVault, open, streamOf } from '#tests/integration/vault-kit';
import { access, seedOfRun, longOrShort, peopleLines, RESOURCES } from './kit';

export const DB = 'main-000001.db';
const PAGE = 4096;
/** One bit in so many bytes is flipped. */
const STEP = longOrShort(PAGE, 8 * PAGE);
const PEOPLE = longOrShort(1000, 150);

const seed = seedOfRun();
const random = seeded(seed);
console.log(`damage, seed ${String(seed)}`);
export const below = (end: number): number => Math.floor(random() * end);

export type Hurt = (bytes: Uint8Array) => Uint8Array;

/** All that a vault says when everything in it is read: its people, its papers, its log. */
export async function allOf(dir: string): Promise<string> {
  const vault = await open(dir, { readOnly: true });
  try {
    const file = openCaseFile(vault, { resourcesDir: RESOURCES });
    const people = file.records.all('person').map(({ id }) => JSON.stringify(file.records.get(id)));
    const papers: string[] = [];
    for (const name of vault.blobs.names()) {
      papers.push(toHex(await collect(vault.blobs.read(name))));
    }
    vault.verifyPages();
    return [...people, ...papers, String(vault.audit.verify())].join('\n');
  } finally {
    vault.close();
  }
}

/** What reading all of it gives: `same`, `other`, or the code it was refused with. */
export async function outcome(dir: string, expected: string): Promise<string> {
  try {
    return (await allOf(dir)) === expected ? 'same' : 'other';
  } catch (error) {
    return isAppError(error) ? error.code : `not coded: ${String(error)}`;
  }
}

export const flipBit = (at: number, bit: number) => (bytes: Uint8Array) => {
  const out = Uint8Array.from(bytes);
  out[at] = (out[at] ?? 0) ^ (1 << bit);
  return out;
};

/** Swaps two stretches of the same length. */
export const swap = (a: number, b: number, length: number) => (bytes: Uint8Array) => {
  const out = Uint8Array.from(bytes);
  out.set(bytes.subarray(b, b + length), a);
  out.set(bytes.subarray(a, a + length), b);
  return out;
};

export type Whole = {
  readonly dir: string;
  /** What it says when all of it is read. */
  readonly said: string;
  readonly blobs: readonly string[];
};

/** A vault with people and papers in it. */
export async function filledVault(): Promise<Whole> {
  const dir = await copyOfVault();
  await importPeople(dir, 'Sample');
  const vault = await open(dir);
  for (const size of [150_000, 150_001, 3]) {
    const { name } = await vault.blobs.put(streamOf(vault.random.bytes(size)), size);
    vault.db.prepare('DELETE FROM setting WHERE name = ?').run(`blob-pending/${name}`);
  }
  const blobs = vault.blobs.names();
  vault.close();
  return { dir, blobs, said: await allOf(dir) };
}

/** The same people each time, with what is said of them marked. */
export async function importPeople(dir: string, mark: string): Promise<void> {
  const input = peopleLines(PEOPLE, mark);
  const ran = await rihai(['import', ...access(dir), '--namespace', 'sample', '-'], { input });
  if (ran.exit !== 0) throw new Error(ran.stderr);
}

/** Hurts one file of a copy in each way in turn, and counts what came of it. */
export async function hurtEach(
  dir: string,
  file: string,
  hurts: readonly Hurt[],
  look: (dir: string) => Promise<string>,
): Promise<Readonly<Record<string, number>>> {
  const sound = fs.readFileSync(file);
  const counts: Record<string, number> = {};
  for (const hurt of hurts) {
    fs.writeFileSync(file, hurt(new Uint8Array(sound)));
    const code = await look(dir);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  fs.writeFileSync(file, sound);
  console.log(path.basename(file), JSON.stringify(counts));
  return counts;
}

export const everyStep = (size: number) =>
  Array.from({ length: Math.ceil(size / STEP) }, (_, n) =>
    flipBit(Math.min(size - 1, n * STEP + below(Math.min(STEP, size - n * STEP))), below(8)),
  );
export const cuts = (size: number) =>
  Array.from(
    { length: longOrShort(20, 8) },
    (_, n) => (bytes: Uint8Array) => bytes.subarray(0, n === 0 ? 0 : below(size)),
  );
