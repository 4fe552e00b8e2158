import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { loadSodium, sodiumRandom } from '#core/vault/sodium';
import { makeCard, readCard } from './card';
import { fingerprint, fingerprintDigits } from './fingerprint';
import { newIdentity } from './identity';

beforeAll(loadSodium);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : 'not coded';
  }
};

describe('a card', () => {
  test('reads back as it was made', () => {
    const name = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(name, (text) => {
        fc.pre(text.trim() === text);
        const identity = newIdentity(sodiumRandom);
        const { signPublic, agePublic } = identity;
        expect(readCard(makeCard(text, identity))).toEqual({ name: text, signPublic, agePublic });
      }),
      { numRuns: 50 },
    );
  });

  test('with any change of its bytes is refused', () => {
    const card = makeCard('Sample Dastani', newIdentity(sodiumRandom));
    for (let at = 0; at < card.length; at += 1) {
      const changed = Uint8Array.from(card);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(['card/damaged', 'card/signature']).toContain(codeOf(() => readCard(changed)));
      expect(codeOf(() => readCard(card.subarray(0, at)))).toBe('card/damaged');
    }
  });

  test('is never made of other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(codeOf(() => readCard(bytes))).toBe('card/damaged');
      }),
    );
  });

  test.each(['', ' ', ' Afsanvi', 'Afsanvi\n', 'A\u202eB', 'A\u0000', 'x'.repeat(201), '\ud800'])(
    'is not made for the name %j',
    (name) => {
      expect(codeOf(() => makeCard(name, newIdentity(sodiumRandom)))).toBe('input/field');
    },
  );

  test('of two people has two fingerprints, of eight groups of five digits', () => {
    const prints = [newIdentity(sodiumRandom), newIdentity(sodiumRandom)].map((identity) =>
      fingerprintDigits(fingerprint(identity.signPublic, identity.agePublic)).join(' '),
    );
    expect(new Set(prints).size).toBe(2);
    for (const print of prints) expect(print).toMatch(/^(?:[0-9]{5} ){7}[0-9]{5}$/u);
  });
});
