import { describe, expect, it } from 'vitest';
import { base32, fromBase32 } from './base32';
import { utf8 } from './bytes';

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('writes %j as RFC 4648 does, and reads it again', (text, written) => {
    expect(base32(utf8(text))).toBe(written);
    expect(fromBase32(written)).toEqual(utf8(text));
  });

  it.each(['MY', 'm1', 'my======', 'm-'])('does not read %j', (text) => {
    expect(() => fromBase32(text)).toThrow(RangeError);
  });
});
