import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentLength, padme } from './padme';

test('padding is never short, at most 12 % more, and stays where it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 9, max: 2 ** 45 }), (length) => {
      const padded = padme(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded).toBeLessThanOrEqual(length * 1.12);
      expect(padme(padded)).toBe(padded);
    }),
  );
});

test('no content is shorter than 4 KiB, and every content holds its length and data', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (size) => {
      expect(contentLength(size)).toBeGreaterThanOrEqual(Math.max(4096, size + 8));
    }),
  );
});
