import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '#core/kernel/bytes';
import { makeCard, readCard } from '#core/identity/card';
import { readGrant, readNotice, writeGrant } from '#core/sharing/signed-files';
import { loadSodium, signingPair, x25519Public } from '#core/vault/sodium';
import { codeOfSync } from './vault-kit';

type Hand = { readonly seed: string; readonly ageSecret: string };
type Vectors = {
  readonly parent: Hand;
  readonly copy: Hand;
  readonly madeMs: number;
  readonly untilMs: number;
  readonly grant: string;
};
const vectors = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../vectors/travel.json'), 'utf8'),
) as Vectors;

beforeAll(loadSodium);

const handOf = ({ seed, ageSecret }: Hand) => ({
  seed: fromHex(seed),
  signPublic: signingPair(fromHex(seed)).publicKey,
  ageSecret: fromHex(ageSecret),
  agePublic: x25519Public(fromHex(ageSecret)),
});
const cards = () => {
  const [parent, copy] = [handOf(vectors.parent), handOf(vectors.copy)];
  return { parent, own: makeCard('Sample Vakil', parent), copied: makeCard('Sample Vakil', copy) };
};

describe('a travel grant', () => {
  it('is written to the byte, and read as it was written', () => {
    const { parent, own, copied } = cards();
    const { madeMs, untilMs } = vectors;
    const written = writeGrant({ copy: copied, madeMs, untilMs }, own, parent);
    expect(new TextDecoder().decode(written)).toBe(vectors.grant);
    expect(readGrant(utf8(vectors.grant))).toEqual({
      ...{ signer: readCard(own), copy: readCard(copied), madeMs, untilMs },
    });
  });

  it('with any byte changed, cut short, or as another kind of file is none', async () => {
    const grant = utf8(vectors.grant);
    for (let at = 0; at < grant.length; at += 1) {
      const changed = Uint8Array.from(grant);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await codeOfSync(() => readGrant(changed))).toBe('receipt/damaged');
      expect(await codeOfSync(() => readGrant(grant.subarray(0, at)))).toBe('receipt/damaged');
    }
    expect(await codeOfSync(() => readNotice(grant))).toBe('receipt/damaged');
  });
});
