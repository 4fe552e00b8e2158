import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { formatRecoveryKey, parseRecoveryKey } from './recovery';
import { loadSodium } from './sodium';

beforeAll(loadSodium);

const secret = fc.uint8Array({ minLength: 20, maxLength: 20 });

const isRefused = (text: string): boolean => {
  try {
    parseRecoveryKey(text);
    return false;
  } catch (error) {
    return isAppError(error, 'vault/recovery-key');
  }
};

describe('a recovery key', () => {
  test('reads back as it was written, however it is typed', () => {
    const typing = fc.record({
      lower: fc.boolean(),
      between: fc.constantFrom('-', ' ', '', ' - ', '\t', '\n'),
      zero: fc.constantFrom('0', 'O', 'o'),
      one: fc.constantFrom('1', 'I', 'l', 'L', 'i'),
    });
    fc.assert(
      fc.property(secret, typing, (bytes, { lower, between, zero, one }) => {
        const key = formatRecoveryKey(bytes);
        const typed = (lower ? key.toLowerCase() : key)
          .replaceAll('-', between)
          .replaceAll('0', zero)
          .replaceAll('1', one);
        expect(parseRecoveryKey(` ${typed} `)).toEqual(bytes);
      }),
    );
  });

  test('with one character changed is refused', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(secret, fc.nat(35), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const chars = formatRecoveryKey(bytes).replaceAll('-', '');
        const other = alphabet.charAt((alphabet.indexOf(chars.charAt(at)) + by) % 32);
        const changed = chars.slice(0, at) + other + chars.slice(at + 1);
        expect(isRefused(changed)).toBe(true);
      }),
      // The check group has 20 bits, so one change in a million slips through: keep the runs the same.
      { numRuns: 200, seed: 7 },
    );
  });

  test('is never made of any other text', () => {
    const likely = fc.string({
      unit: fc.constantFrom('0', 'O', '1', 'I', 'L', 'U', 'a', 'z', '-', 'ß', '۱', ' '),
      maxLength: 60,
    });
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 60 }), likely), isRefused));
  });

  test('is not written for a secret of another length', () => {
    expect(() => formatRecoveryKey(new Uint8Array(19))).toThrow(RangeError);
  });
});
