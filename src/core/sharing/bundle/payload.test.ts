import { randomBytes } from 'node:crypto';
import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, equalBytes } from '#core/kernel/bytes';
import { loadSodium, sodiumRandom } from '#core/vault/sodium';
import { isAppError } from '#shared/errors/app-error';
import { openOuter, sealOuter } from './outer';
import { openPayload, sealPayload } from './payload';

beforeAll(loadSodium);

const fileKey = new Uint8Array(16).fill(5);
const nonce = new Uint8Array(16).fill(6);
const CHUNK = 65_536;
/** Around the edges of chunks. */
const SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17];

async function* inParts(bytes: Uint8Array, length = 10_007): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length)
    yield Promise.resolve(bytes.subarray(at, at + length));
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(Uint8Array.from(part));
  return concatBytes(...parts);
}

const sealed = (bytes: Uint8Array) => collect(sealPayload(inParts(bytes), fileKey, nonce));
const opened = (bytes: Uint8Array) => collect(openPayload(inParts(bytes), fileKey, nonce));
const isDamaged = (bytes: Uint8Array): Promise<boolean> =>
  opened(bytes).then(
    () => false,
    (error: unknown) => isAppError(error, 'bundle/damaged'),
  );

describe('the payload of an age file', () => {
  it.each(SIZES)('of %i bytes is read as it was written', async (size) => {
    const plain = randomBytes(size);
    const bytes = await sealed(plain);
    expect(bytes).toHaveLength(size + 16 * Math.max(1, Math.ceil(size / CHUNK)));
    expect(equalBytes(await opened(bytes), plain)).toBe(true);
  });

  it.each(SIZES)(
    "of %i bytes is read by the age library, and the library's by us",
    async (size) => {
      const plain = randomBytes(size);
      const secret = await generateX25519Identity();
      const recipient = await identityToRecipient(secret);
      const agePublic = [bech32.decodeToBytes(recipient).bytes];
      const lock = { type: 'recipients', agePublic } as const;
      const ours = await collect(sealOuter(inParts(plain), lock, sodiumRandom));
      const decrypter = new Decrypter();
      decrypter.addIdentity(secret);
      expect(equalBytes(await decrypter.decrypt(ours), plain)).toBe(true);
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const ageSecret = bech32.decodeToBytes(secret.toLowerCase()).bytes;
      const theirs = await openOuter(inParts(await encrypter.encrypt(plain)), { ageSecret });
      expect(equalBytes(await collect(theirs.plain), plain)).toBe(true);
    },
  );

  it('is damaged where a chunk is missing, swapped, doubled, cut or changed', async () => {
    const plain = randomBytes(3 * CHUNK + 17);
    const bytes = await sealed(plain);
    const [one, two, three, last] = [0, 1, 2, 3].map((n) =>
      bytes.subarray(n * (CHUNK + 16), (n + 1) * (CHUNK + 16)),
    ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const changed = Uint8Array.from(bytes);
    changed[CHUNK + 20] = (changed[CHUNK + 20] ?? 0) ^ 1;
    const bad = {
      missing: concatBytes(one, two, last),
      swapped: concatBytes(two, one, three, last),
      doubled: concatBytes(one, one, two, three, last),
      withoutEnd: concatBytes(one, two, three),
      cut: bytes.subarray(0, bytes.length - 1),
      goingOn: concatBytes(bytes, last),
      changed,
      nothing: new Uint8Array(),
    };
    for (const [why, one] of Object.entries(bad))
      expect([why, await isDamaged(one)]).toEqual([why, true]);
  });

  it('gives out whole chunks that are genuine before it comes to the damage', async () => {
    const plain = randomBytes(2 * CHUNK);
    const bytes = await sealed(plain);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const given: Uint8Array[] = [];
    const reading = (async () => {
      for await (const part of openPayload(inParts(bytes), fileKey, nonce)) given.push(part);
    })();
    await expect(reading).rejects.toSatisfy((error) => isAppError(error, 'bundle/damaged'));
    expect(equalBytes(concatBytes(...given), plain.subarray(0, CHUNK))).toBe(true);
  });
});
