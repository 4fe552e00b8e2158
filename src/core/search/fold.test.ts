import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap, tokens } from './fold';
import { anyText, urduOrEnglish } from '#tests/fixtures/search-texts';

describe('fold', () => {
  it.each([
    ['علي', 'علی'],
    ['على', 'علی'],
    ['كتاب', 'کتاب'],
    ['فاطمة', 'فاطمہ'],
    ['فاطمۃ', 'فاطمه'],
    ['أحمد', 'احمد'],
    ['آصف', 'اصف'],
    ['ٱلله', 'الله'],
    ['مؤمن', 'مومن'],
    ['رئيس', 'رییس'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['می\u200cرود', 'میرود'],
    ['خاں', 'خان'],
    ['بہاء', 'بہا'],
    ['ﻣﺤﻤﺪ', 'محمد'],
    ['۱۲۳', '123'],
    ['٤٥٦', '456'],
    ['１２', '12'],
    ['Ṣāliḥ', 'salih'],
    ['STRASSE', 'straße'],
    ['ﬁr', 'FIR'],
    ['Taʿir', 'tair'],
  ])('makes one word of %s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['کے', 'کی'],
    ['حسن', 'حسین'],
    ['بٹ', 'بت'],
    ['1', '2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('separates words at marks of punctuation of both scripts', () => {
    expect(tokens('FIR 123/2025، تھانہ سٹی۔Next_day 14.05.2025')).toEqual([
      ...['fir', '123', '2025', 'تہانہ', 'سٹی', 'next', 'day', '14', '05', '2025'],
    ]);
  });

  it('changes nothing when it is done again', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it('gives equivalent spellings one form', () => {
    fc.assert(
      fc.property(urduOrEnglish, (text) => {
        fc.pre(!text.includes('\ud800'));
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(tokens(text.normalize(form))).toEqual(tokens(text));
      }),
    );
  });

  it('leads every position back to the text it came from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = foldWithMap(text);
        expect(folded).toBe(fold(text));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        for (let unit = 0; unit < folded.length; unit += 1) {
          const source = text.slice(starts[unit], ends[unit]);
          expect(fold(source)).toContain(folded[unit]);
        }
      }),
    );
  });

  it('counts marks that follow a letter to that letter', () => {
    const original = 'x مُحَ y';
    const { text, starts, ends } = foldWithMap(original);
    const at = text.indexOf('مح');
    expect(original.slice(starts[at], ends[at + 1])).toBe('مُحَ');
  });
});
