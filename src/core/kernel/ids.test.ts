import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, type RecordId } from '#shared/domain/ids';
import { idFromBytes, idMaker, idToBytes } from './ids';

const counting = () => {
  let next = 0;
  return { bytes: (length: number) => Uint8Array.from({ length }, () => (next += 7) & 0xff) };
};

describe('an id', () => {
  it('carries the time of its making, version 7 and the variant of RFC 9562', () => {
    const id = idMaker({ nowMs: () => 0x0197_d2a4_1234 }, counting()).next<RecordId>();
    expect(id.slice(0, 13)).toBe('0197d2a4-1234');
    expect(id[14]).toBe('7');
    expect('89ab').toContain(id[19]);
  });

  it('sorts after the one before it, also in one millisecond and when the clock runs back', () => {
    let now = 1_760_000_000_000;
    const ids = idMaker({ nowMs: () => now }, counting());
    const made: RecordId[] = [];
    for (let n = 0; n < 9000; n += 1) {
      if (n === 5000) now -= 60_000;
      made.push(ids.next<RecordId>());
    }
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('is the same after going to bytes and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const id = idFromBytes<RecordId>(bytes);
        expect(isId(id)).toBe(true);
        expect(idToBytes(id)).toEqual(bytes);
      }),
    );
  });

  it('has sixteen bytes, no more and no fewer', () => {
    expect(() => idFromBytes(new Uint8Array(15))).toThrow(RangeError);
    expect(() => idFromBytes(new Uint8Array(17))).toThrow(RangeError);
  });
});
