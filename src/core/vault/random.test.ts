import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '#core/kernel/bytes';
import { loadSodium, sodiumRandom } from './sodium';

describe('random bytes', () => {
  beforeAll(loadSodium);

  it('come in the length asked for and never twice, short and stretched', () => {
    for (const length of [16, 24, 32, 64, 65, 4096]) {
      const runs = Array.from({ length: 20 }, () => sodiumRandom.bytes(length));
      expect(runs.every((bytes) => bytes.length === length)).toBe(true);
      expect(new Set(runs.map(toHex)).size).toBe(20);
    }
  });

  it('do not repeat within a stretched run', () => {
    const bytes = sodiumRandom.bytes(4096);
    const blocks = Array.from({ length: 256 }, (_, n) =>
      toHex(bytes.subarray(n * 16, n * 16 + 16)),
    );
    expect(new Set(blocks).size).toBe(256);
  });
});
