import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isGenuine, parseHeader, SLOT_TYPE, writeHeader, type Header } from './header';
import { loadSodium } from './sodium';

beforeAll(loadSodium);

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const byId = <S extends { readonly id: number }>(slot: fc.Arbitrary<S>, max: number) =>
  fc
    .uniqueArray(slot, { minLength: 1, maxLength: max, selector: ({ id }) => id })
    .map((slots) => [...slots].sort((a, b) => a.id - b.id));

const header: fc.Arbitrary<Header> = fc.record({
  vaultId: bytes(16),
  gen: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  db: fc.integer({ min: 0, max: 999_999 }).map((n) => `main-${String(n).padStart(6, '0')}.db`),
  passSlots: byId(
    fc.record({
      id: fc.integer({ min: 1, max: 8 }),
      type: fc.constant(SLOT_TYPE.pass),
      mKib: uint32,
      t: uint32,
      salt: bytes(16),
      nonce: bytes(24),
      box: bytes(48),
      actor: bytes(16),
    }),
    8,
  ),
  recoverySlots: byId(
    fc.record({
      id: fc.integer({ min: 1, max: 2 }),
      type: fc.constant(SLOT_TYPE.recovery),
      nonce: bytes(24),
      box: bytes(48),
    }),
    2,
  ),
});

const key = new Uint8Array(32).fill(3);

describe('a header', () => {
  test('reads back as it was written, and its MAC holds under its own key only', () => {
    fc.assert(
      fc.property(header, (written) => {
        const result = parseHeader(writeHeader(written, key));
        if (!result.ok) throw new Error(result.why);
        expect(result.read.header).toEqual(written);
        expect(isGenuine(result.read, key)).toBe(true);
        expect(isGenuine(result.read, new Uint8Array(32))).toBe(false);
      }),
    );
  });

  test('with any change of its bytes is damaged or no longer genuine', () => {
    fc.assert(
      fc.property(header, fc.nat(), fc.integer({ min: 1, max: 255 }), (written, where, by) => {
        const file = writeHeader(written, key);
        const at = where % file.length;
        file[at] = (file[at] ?? 0) ^ by;
        const result = parseHeader(file);
        expect(result.ok && isGenuine(result.read, key)).toBe(false);
      }),
    );
  });

  test('is never made of other bytes, and reading them never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (file) => {
        expect(parseHeader(file)).toEqual({ ok: false, why: 'damaged' });
      }),
    );
  });
});
