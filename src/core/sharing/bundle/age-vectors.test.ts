import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { loadSodium } from '#core/vault/sodium';
import { isAppError } from '#shared/errors/app-error';
import { ageVectors, type AgeExpectation, type AgeVector } from '#tests/fixtures/age-vectors';
import { openOuter } from './outer';

/** What is said of a file that our narrower reading of age has no quarrel with. */
const CLASSES: Readonly<Record<AgeExpectation, string>> = {
  success: 'opened',
  'no match': 'bundle/not-for-you',
  'HMAC failure': 'bundle/damaged',
  'header failure': 'bundle/damaged',
  'payload failure': 'bundle/damaged',
  'armor failure': 'bundle/damaged',
};

/**
 * What is refused before the library sees a byte, whatever age says of it: text in place of bytes, keys
 * of another kind, stanzas nobody knows ("grease"), more arguments than a stanza has, cheap words.
 */
const PROFILE: readonly (readonly [refusal: string, names: RegExp])[] = [
  ['bundle/damaged not-a-bundle', /^(armor_.*|empty|header_crlf|version_unsupported)$/u],
  ['bundle/limit stanza', /^(hybrid.*|stanza_.*)$/u],
  ['bundle/limit stanza', /^x25519_(extra_argument|grease|long_share|lowercase|short_share)$/u],
  [
    'bundle/limit work',
    /^scrypt(_bad_tag|_no_match|_not_canonical_(body|salt)|_work_factor_(23|wrong))?$/u,
  ],
  [
    'bundle/limit stanza',
    /^scrypt_(and_x25519|double|extra_argument|salt_.*|uppercase|work_factor_(?!23|wrong).*)$/u,
  ],
];

/** Files that age opens and we do not, by what we say of them. */
const REFUSED_THOUGH_SOUND: Readonly<Record<string, readonly string[]>> = {
  'bundle/damaged not-a-bundle': [
    ...['armor_crlf', 'armor_full_last_line', 'armor_hybrid', 'armor_no_eol'],
    ...['armor_scrypt', 'armor_whitespace_outside', 'armor_x25519'],
  ],
  'bundle/limit stanza': [
    ...['hybrid', 'hybrid_and_x25519', 'hybrid_grease', 'hybrid_multiple_recipients'],
    ...['stanza_empty_body', 'stanza_empty_last_line', 'stanza_valid_characters'],
    'x25519_grease',
  ],
  'bundle/limit work': ['scrypt'],
};

const vectors = ageVectors();
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at === 0 || at < bytes.length; at += 10_000)
    yield Promise.resolve(bytes.subarray(at, at + 10_000));
}

async function outcomeOf({ file, secrets, words }: AgeVector) {
  const given: Uint8Array[] = [];
  const bytes = (): Uint8Array => Buffer.concat(given);
  try {
    const key = { ageSecret: secrets[0], ...(words === undefined ? {} : { words: utf8(words) }) };
    const { plain } = await openOuter(inParts(file), key);
    for await (const part of plain) given.push(part);
    return { said: 'opened', reason: undefined, given: bytes() };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { said: error.code, reason: error.params['reason'], given: bytes() };
  }
}

const refusalOf = (name: string): string | undefined =>
  PROFILE.find(([, names]) => names.test(name))?.[0];

beforeAll(loadSodium);

describe("the vectors of age's author", () => {
  it('are all there', () => {
    expect(vectors).toHaveLength(143);
    expect(new Set(vectors.map(({ expect: said }) => said))).toEqual(new Set(Object.keys(CLASSES)));
  });

  it.each(vectors.map((vector) => [vector.name, vector.expect, vector] as const))(
    '%s: %s',
    async (name, said, vector) => {
      const outcome = await outcomeOf(vector);
      const refusal = refusalOf(name);
      if (refusal === undefined) expect(outcome.said).toBe(CLASSES[said]);
      else {
        expect(`${outcome.said} ${String(outcome.reason)}`).toBe(refusal);
        expect(outcome.given).toHaveLength(0);
      }
      if (outcome.said === 'opened') expect(hash(outcome.given)).toBe(vector.payload);
    },
  );

  it('give out nothing of a damaged file but whole chunks before the damage', async () => {
    const firstChunk = vectors.find(({ name }) => name === 'stream_bad_tag_second_chunk')?.payload;
    const damaged = vectors.filter(
      ({ name, expect: said }) => said === 'payload failure' && refusalOf(name) === undefined,
    );
    expect(damaged).toHaveLength(18);
    for (const vector of damaged) {
      const { given } = await outcomeOf(vector);
      const whole = [hash(new Uint8Array()), firstChunk, vector.payload];
      expect([vector.name, whole.includes(hash(given))]).toEqual([vector.name, true]);
    }
  });

  it('show which sound files our narrower reading refuses', () => {
    const sound = vectors.filter(({ expect: said }) => said === 'success');
    const refusedBy = (refusal: string): readonly string[] =>
      sound.map(({ name }) => name).filter((name) => refusalOf(name) === refusal);
    for (const [refusal, names] of Object.entries(REFUSED_THOUGH_SOUND))
      expect(refusedBy(refusal)).toEqual(names);
    const read = sound.filter(({ name }) => refusalOf(name) === undefined);
    expect(sound).toHaveLength(read.length + Object.values(REFUSED_THOUGH_SOUND).flat().length);
  });
});
