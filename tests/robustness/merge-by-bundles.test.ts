import { describe, expect, it } from 'vitest';
import { changeExporter } from '#core/changes/export-changes';
import { SHARE_PURPOSES } from '#core/gate/index';
import { seeded } from '#tests/bench/generate';
import {
  bundleFile,
  desk,
  EVERYTHING,
  introduce,
  takeFile,
  type Desk,
} from '#tests/fixtures/exchange-desks';
import { causalModel, sharedState } from '#tests/fixtures/memory-desks';
import { bin, edit, purge } from '#tests/fixtures/random-edits';
import { rngOf, type Rng } from './fuzz/mutate';
import { seedOfRun, longOrShort } from './kit';

const ROUNDS = longOrShort(500, 30);

/** Answers every question with yes: what is asked here is whether anything is ever lost. */
const YES = {
  answers: { deletes: 'take', 'lowers-level': 'take', 'purged-here': 'take' },
} as const;

/** A part of one desk's file goes to another, at some level, with or without its past. */
async function share(desks: readonly Desk[], rng: Rng): Promise<void> {
  const from = rng.pick(desks);
  const to = rng.pick(desks.filter((one) => one !== from));
  const purpose = rng.pick(SHARE_PURPOSES);
  const history = rng.pick(['full', 'current'] as const);
  const file = await bundleFile(from, [to], { purpose, history, files: 'none' });
  await takeFile(to, file, YES);
  if (rng.below(4) === 0) await takeFile(to, file, YES);
}

async function exchangeAll(desks: readonly Desk[]): Promise<void> {
  for (const from of [...desks, ...desks])
    for (const to of desks.filter((one) => one !== from))
      await takeFile(to, await bundleFile(from, [to], EVERYTHING), YES);
}

describe('three vaults that edit, delete, purge and send each other parts', () => {
  it(`end alike after ${String(ROUNDS)} rounds, with every value there and no conflict that nobody made`, async () => {
    const seed = seedOfRun();
    console.log(`merge by bundles, seed ${String(seed)} (RIHAI_SEED)`);
    const rng = rngOf(seeded(seed));
    const desks = [await desk('Sample One'), await desk('Sample Two'), await desk('Sample Three')];
    const [a, b, c] = desks as [Desk, Desk, Desk];
    await introduce(a, b);
    await introduce(b, c);
    await introduce(a, c);
    const model = causalModel();
    for (let round = 0; round < ROUNDS; round += 1) {
      const what = rng.below(13);
      if (what === 12) {
        purge(rng.pick(desks), rng);
        // What nobody else had is gone for good: that is what a purge is for.
        model.keepOnly(desks.map(({ vault }) => vault.db));
      } else if (what < 6) edit(rng.pick(desks), rng);
      else if (what < 8) bin(rng.pick(desks), rng);
      else await share(desks, rng);
      for (const { vault } of desks) model.learn(vault.db);
    }
    await exchangeAll(desks);
    const states = desks.map(({ vault }) => sharedState(vault.db));
    expect([states[1], states[2]]).toEqual([states[0], states[0]]);
    for (const { vault } of desks) {
      const held = changeExporter(vault.db)({ records: 'all' }).changes;
      const values = new Map(held.map(({ id, value }) => [id, value]));
      expect(values).toEqual(new Map([...model.made].map(([id, { value }]) => [id, value])));
    }
    const conflicts = a.file.conflicts().flatMap(({ record, path, heads }) => ({
      ...{ place: `${record} ${path}`, heads: new Set(heads.map(({ change }) => change)) },
    }));
    const expected = model.heads(changeExporter(a.vault.db)({ records: 'all' }).changes);
    for (const { place, heads } of conflicts)
      expect([place, heads]).toEqual([place, expected.get(place)]);

    await exchangeAll(desks);
    expect(desks.map(({ vault }) => sharedState(vault.db))).toEqual(states);
  });
});
