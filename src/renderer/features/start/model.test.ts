import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedGroups, isTypedAgain, NOTHING_MADE, readGroup } from './model';

const WORDS = ['candle', 'river', 'walnut', 'seven', 'ladder', 'mist'];

describe('the passphrase typed back', () => {
  it('may differ in spaces and capitals where it was drawn', () => {
    const making = { ...NOTHING_MADE, words: WORDS };
    expect(isTypedAgain({ ...making, again: ' Candle river  walnut seven ladder mist ' })).toBe(
      true,
    );
    expect(isTypedAgain({ ...making, again: 'candle river walnut seven ladder' })).toBe(false);
  });

  it('must be the same letter by letter where it is one’s own', () => {
    const making = { ...NOTHING_MADE, isOwn: true, own: 'Nine quiet  goats' };
    expect(isTypedAgain({ ...making, again: 'Nine quiet  goats' })).toBe(true);
    expect(isTypedAgain({ ...making, again: 'nine quiet  goats' })).toBe(false);
  });
});

describe('groups of the recovery sheet', () => {
  const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
  const group = fc.string({ unit: letter, minLength: 4, maxLength: 4 });

  it('asks two different ones of the nine', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 9, maxLength: 9 }), (groups) => {
        const [first, second] = askedGroups(groups.join('-'));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(second).toBeGreaterThan(first);
        expect(second).toBeLessThan(9);
      }),
    );
  });

  it('are read however they are written', () => {
    expect(readGroup(' 7k3o ')).toBe('7K30');
    expect(readGroup('ilO1')).toBe('1101');
  });
});
