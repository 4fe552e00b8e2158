import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { concatBytes, equalBytes } from '#core/kernel/bytes';
import { decryptBlob, encryptBlob } from './blob-format';
import { contentLength } from './padme';
import { loadSodium } from './sodium';

beforeAll(loadSodium);

const key = new Uint8Array(32).fill(8);

async function encrypt(data: Uint8Array, pieces: number): Promise<Uint8Array> {
  async function* source() {
    const length = Math.ceil(data.length / pieces);
    for (let at = 0; at < data.length; at += length) {
      yield await Promise.resolve(data.subarray(at, at + length));
    }
  }
  const written: Uint8Array[] = [];
  await encryptBlob(source(), data.length, key, (bytes) => {
    written.push(Uint8Array.from(bytes));
    return Promise.resolve();
  });
  return concatBytes(...written);
}

async function decrypt(sealed: Uint8Array): Promise<Uint8Array> {
  let at = 0;
  const read = (target: Uint8Array) => {
    const part = sealed.subarray(at, at + target.length);
    target.set(part);
    at += part.length;
    return Promise.resolve(part.length);
  };
  const parts: Uint8Array[] = [];
  for await (const part of decryptBlob(read, sealed.length, key)) parts.push(Uint8Array.from(part));
  return concatBytes(...parts);
}

/** Sizes around the edges of chunks and of the least content. */
const size = fc.oneof(
  fc.constantFrom(0, 1, 4087, 4088, 4089, 65_527, 65_528, 65_529, 131_063, 131_064, 131_065),
  fc.nat(200_000),
);

describe('an encrypted attachment', () => {
  test('decrypts to what went in, in however many pieces, and tells little of its size', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 1, max: 40 }), async (length, pieces) => {
        const data = new Uint8Array(length).map((_, i) => i * 31);
        const sealed = await encrypt(data, pieces);
        const content = contentLength(length);
        expect(sealed).toHaveLength(64 + content + 17 * Math.ceil(content / 65_536));
        expect(equalBytes(await decrypt(sealed), data)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('with any change of its bytes, or cut anywhere, is damaged', async () => {
    const sealed = await encrypt(new Uint8Array(70_000).fill(1), 3);
    const isDamaged = (bytes: Uint8Array) =>
      decrypt(bytes).then(
        () => false,
        (error: unknown) => isAppError(error, 'blob/damaged'),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Uint8Array.from(sealed);
          changed[at] = (changed[at] ?? 0) ^ by;
          expect(await isDamaged(changed)).toBe(true);
          expect(await isDamaged(sealed.subarray(0, at))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is never made of other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(decrypt(bytes)).rejects.toSatisfy((error) =>
          isAppError(error, 'blob/damaged'),
        );
      }),
    );
  });
});
