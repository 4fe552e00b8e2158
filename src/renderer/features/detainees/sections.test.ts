import { expect, it } from 'vitest';
import { sectionsInShort } from './sections';

it('says the act once for sections of it that follow one another', () => {
  expect(sectionsInShort(['PPC-147', 'PPC-149', 'PPC-506-ii'])).toBe('PPC-147, 149, 506-ii');
});

it('says the act again where another one stood between', () => {
  expect(sectionsInShort(['PPC-505', 'MPO-16', 'PPC-34'])).toBe('PPC-505, MPO-16, PPC-34');
});

it('leaves alone what names no act', () => {
  expect(sectionsInShort(['144', '145', 'PPC-188'])).toBe('144, 145, PPC-188');
  expect(sectionsInShort([])).toBe('');
});
