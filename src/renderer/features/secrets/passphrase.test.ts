import { describe, expect, it } from 'vitest';
import { isTypedAgain, NO_PASSPHRASE } from './passphrase';

const WORDS = ['candle', 'river', 'walnut', 'seven', 'ladder', 'mist'];

describe('the passphrase typed back', () => {
  it('may differ in spaces and capitals where it was drawn', () => {
    const chosen = { ...NO_PASSPHRASE, words: WORDS };
    expect(isTypedAgain({ ...chosen, again: ' Candle river  walnut seven ladder mist ' })).toBe(
      true,
    );
    expect(isTypedAgain({ ...chosen, again: 'candle river walnut seven ladder' })).toBe(false);
  });

  it('must be the same letter by letter where it is one’s own', () => {
    const chosen = { ...NO_PASSPHRASE, isOwn: true, own: 'Nine quiet  goats' };
    expect(isTypedAgain({ ...chosen, again: 'Nine quiet  goats' })).toBe(true);
    expect(isTypedAgain({ ...chosen, again: 'nine quiet  goats' })).toBe(false);
  });
});
