import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { utf8 } from '#core/kernel/bytes';
import { SHARE_PURPOSES } from '#core/gate/index';
import { makeCard } from '#core/identity/card';
import { newIdentity } from '#core/identity/identity';
import { padme } from '#core/vault/padme';
import { sodiumRandom } from '#core/vault/index';
import { seeded } from '#tests/bench/generate';
import { desk, fill, type Desk } from '#tests/fixtures/exchange-desks';
import { streamOf } from '#tests/integration/vault-kit';
import { rngOf } from './fuzz/mutate';
import { seedOfRun, longOrShort } from './kit';

const BUNDLES = longOrShort(1_000, 60);
const PEOPLE = 40;
const CARDS = 16;
/** What fits where at most so many stanzas stand. */
const CROWDS = [2, 4, 8, 16];

const LINE = /^-> X25519 [A-Za-z0-9+/]{43}$/u;

/** What a holder without a key sees of a bundle: the lines of its header, and how long the rest is. */
async function seen(bytes: AsyncIterable<Uint8Array>) {
  let length = 0;
  const front: Uint8Array[] = [];
  for await (const part of bytes) {
    if (length < 8_192) front.push(part);
    length += part.length;
  }
  const text = Buffer.concat(front).toString('latin1');
  const headerBytes = text.indexOf('\n---') + 1 + '--- '.length + 43 + 1;
  const lines = text.slice(0, headerBytes).split('\n').slice(0, -1);
  // Of the rest 16 bytes are the nonce, and 16 more of each chunk its tag.
  const sealed = length - headerBytes - 16;
  return { lines, inner: sealed - Math.ceil(sealed / (65_536 + 16)) * 16 };
}

let lawyer: Desk;
let people: readonly RecordId[];
let names: readonly string[];

beforeAll(async () => {
  lawyer = await desk('Sample Vakil');
  const { exchange, documents } = lawyer.file;
  people = await fill(
    lawyer.file,
    Array.from({ length: PEOPLE }, (_, at) => ({
      ...{
        kind: 'person',
        id: `p${String(at)}`,
        notes: 'A sample word. '.repeat(at * 9 + 1).trimEnd(),
      },
      names: [{ text: `Sample Khayali ${String(at)}` }],
    })),
  );
  for (const [at, id] of people.entries()) {
    if (at % 4 !== 0) continue;
    const bytes = utf8('x'.repeat(at * 1_900));
    await documents.attach(
      { bytes: streamOf(bytes), sizeBytes: bytes.length },
      { originalName: `statement-${String(at)}.bin`, about: [id] },
    );
  }
  names = Array.from({ length: CARDS }, (_, at) => {
    const { card } = exchange.cards.add(
      makeCard(`Sample Desk ${String(at)}`, newIdentity(sodiumRandom)),
    );
    return exchange.cards.verify(card.id, 'voice', card.digits.join(' ')).name;
  });
});

describe('what a bundle shows to whoever holds it', () => {
  it(`is one of few sizes and one of four crowds, in ${String(BUNDLES)} bundles`, async () => {
    const seed = seedOfRun();
    console.log(`bundle sizes, seed ${String(seed)} (RIHAI_SEED)`);
    const rng = rngOf(seeded(seed));
    const { exchange } = lawyer.file;
    const inners = new Set<number>();
    for (let round = 0; round < BUNDLES; round += 1) {
      const chosen = people.filter(() => rng.below(6) === 0);
      const leaving = exchange.plan({
        ...{ persons: chosen, purpose: rng.pick(SHARE_PURPOSES) },
        ...{ history: 'full', files: rng.pick(['all', 'none'] as const) },
      });
      const to = names.slice(0, 1 + rng.below(CARDS));
      const addressee = await exchange.addressee({ to });
      const note = 'n'.repeat(rng.below(2_000));
      const made = await exchange.make({ leaving, addressee, note });
      const { lines, inner } = await seen(made.bytes);
      const crowd = CROWDS.find((size) => size >= to.length);
      const heads = lines.filter((line) => LINE.test(line));
      expect([padme(inner), heads.length]).toEqual([inner, crowd]);
      // Nothing else stands there: the version, each stanza with its body, the MAC.
      expect(lines).toHaveLength(2 + heads.length * 2);
      inners.add(inner);
    }
    // They did hold something else each time.
    expect(inners.size).toBeGreaterThan(1);
  });
});
