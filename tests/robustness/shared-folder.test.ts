import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changeExporter } from '#core/changes/export-changes';
import { LEAST_PART_BYTES } from '#core/sharing/index';
import { seeded } from '#tests/bench/generate';
import {
  attachTo,
  closeAll,
  filesIn,
  SETTINGS,
  sync,
  threeDesks,
  type FolderDesk,
} from '#tests/fixtures/folder-desks';
import { causalModel, sharedState } from '#tests/fixtures/memory-desks';
import { bin, edit } from '#tests/fixtures/random-edits';
import { newFolder } from '#tests/integration/vault-kit';
import { rngOf, type Rng } from './fuzz/mutate';
import { longOrShort, seedOfRun } from './kit';

const ROUNDS = longOrShort(500, 60);
const MOST_FILES = 6;
afterAll(closeAll);

/** Carries some files over, some of them in part, doubled or under another name; others are lost. */
function carryBadly(from: string, to: string, rng: Rng): void {
  for (const name of filesIn(from)) {
    const bytes = fs.readFileSync(path.join(from, name));
    const target = path.join(to, name);
    const how = rng.below(10);
    if (how === 0) fs.writeFileSync(target, bytes.subarray(0, rng.below(bytes.length + 1)));
    else if (how === 1) fs.writeFileSync(path.join(to, `copy-${name}`), bytes);
    else if (how === 2) fs.rmSync(target, { force: true });
    else if (how < 8) fs.writeFileSync(target, bytes);
  }
}

/** Decides everything that waits with yes: what is asked here is whether anything is ever lost. */
function sayYes({ file }: FolderDesk): void {
  const asked = file.exchange.aside.list().map(({ change }) => change);
  if (asked.length > 0) file.exchange.aside.answer(asked, 'take');
}

const run = async (desk: FolderDesk): Promise<void> => {
  await sync(desk, { anew: true });
  sayYes(desk);
};

const paper = (round: number, rng: Rng): Uint8Array =>
  Buffer.alloc(rng.below(200_000), `Sample ${String(round)} `);

/** One thing that happens at a desk or on the way to it. */
async function something(what: number, desk: FolderDesk, desks: readonly FolderDesk[], rng: Rng) {
  if (what < 7) edit(desk, rng);
  else if (what < 9) bin(desk, rng);
  else if (what < 13) await run(desk);
  else carryBadly(rng.pick(desks).place, desk.place, rng);
}

/** All go on in one and the same folder, in which nothing is lost any more. */
async function settle(desks: readonly FolderDesk[], forward: (days: number) => void) {
  const place = newFolder();
  for (const desk of desks)
    for (const name of filesIn(desk.place))
      fs.copyFileSync(path.join(desk.place, name), path.join(place, name));
  const moved = desks.map((desk) => {
    desk.file.exchange.folders.move(desk.place, place);
    return { ...desk, place };
  });
  for (let round = 0; round < 4; round += 1) {
    forward(31);
    for (const desk of moved) await run(desk);
  }
  return { place, moved };
}

describe('a folder whose files are lost, cut, doubled and reordered', () => {
  it(`brings three desks to the same state after ${String(ROUNDS)} rounds, with every value there`, async () => {
    const seed = seedOfRun();
    console.log(`shared folder, seed ${String(seed)} (RIHAI_SEED)`);
    const rng = rngOf(seeded(seed));
    const settings = { ...SETTINGS, partBytes: LEAST_PART_BYTES };
    const { clock, a, b, c } = await threeDesks({ settings, isOnePlace: false });
    const desks = [a, b, c];
    const model = causalModel();
    let files = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const desk = rng.pick(desks);
      const what = rng.below(20);
      if (what === 18 && files < MOST_FILES) {
        files += 1;
        await attachTo(desk, paper(round, rng), `Sample ${String(round)}`);
      } else if (what >= 18) clock.forward(rng.below(12));
      else await something(what, desk, desks, rng);
      for (const { vault } of desks) model.learn(vault.db);
    }
    const { moved } = await settle(desks, (days) => {
      clock.forward(days);
    });

    const states = moved.map(({ vault }) => sharedState(vault.db));
    expect([states[1], states[2]]).toEqual([states[0], states[0]]);
    for (const { vault } of moved) {
      const held = changeExporter(vault.db)({ records: 'all' }).changes;
      const values = new Map(held.map(({ id, value }) => [id, value]));
      expect(values).toEqual(new Map([...model.made].map(([id, { value }]) => [id, value])));
    }
    const expected = model.heads(changeExporter(a.vault.db)({ records: 'all' }).changes);
    for (const { record, path: field, heads } of a.file.conflicts()) {
      const place = `${record} ${field}`;
      expect([place, new Set(heads.map(({ change }) => change))]).toEqual([
        place,
        expected.get(place),
      ]);
    }
    for (const { vault } of moved) expect(vault.blobs.names()).toHaveLength(files);

    // Receipts of the last day come back.
    for (const desk of [...moved, ...moved, ...moved]) await run(desk);
    for (const desk of moved)
      expect(await sync(desk)).toMatchObject({ taken: [], sent: { bundles: 0 }, outstanding: [] });
  });
});
