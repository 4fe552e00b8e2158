import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippet, type Mark } from './marks';

const markAll = (text: string, ...words: readonly string[]): readonly Mark[] =>
  words
    .flatMap((word) =>
      Array.from(text.matchAll(new RegExp(word, 'giu')), ({ index }): Mark => [
        index,
        index + word.length,
      ]),
    )
    .sort((a, b) => a[0] - b[0]);

const FILLER = 'and so on about other matters of the day '.repeat(8);

describe('a snippet', () => {
  it('is taken where the different words stand together, not at the first of them', () => {
    const text = `A united call. ${FILLER}They keep to the united front as agreed. ${FILLER}`;
    const shown = snippet(text, markAll(text, 'united', 'front'));
    expect(shown.text).toContain('the united front as agreed');
    expect(shown.marks.map(([a, b]) => shown.text.slice(a, b))).toEqual(['united', 'front']);
  });

  it('is taken at the first place where all places show the same', () => {
    const text = `The police came. ${FILLER}The police left.`;
    expect(snippet(text, markAll(text, 'police')).text.startsWith('The police came.')).toBe(true);
  });

  it('marks only what it shows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('bail', 'order', 'other'), { maxLength: 120 }),
        (words) => {
          const text = words.join(' ');
          const shown = snippet(text, markAll(text, 'bail', 'order'));
          for (const [start, end] of shown.marks) {
            expect(shown.text.slice(start, end)).toMatch(/^(?:bail|order)$/u);
          }
        },
      ),
    );
  });
});
