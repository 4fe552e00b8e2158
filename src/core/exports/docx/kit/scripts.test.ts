import { describe, expect, it } from 'vitest';
import { isMainlyRtl, splitByScript, xmlText } from './scripts';

describe('splitting a line by script', () => {
  it('keeps a line of one script whole', () => {
    expect(splitByScript('Karim, son of Rahim')).toEqual([
      { text: 'Karim, son of Rahim', isRtl: false },
    ]);
    expect(splitByScript('کریم خیالی')).toEqual([{ text: 'کریم خیالی', isRtl: true }]);
  });

  it('parts an Urdu name out of an English line', () => {
    expect(splitByScript('Karim Khayali, schoolteacher · کریم خیالی (Misalabad)')).toEqual([
      { text: 'Karim Khayali, schoolteacher · ', isRtl: false },
      { text: 'کریم خیالی', isRtl: true },
      { text: ' (Misalabad)', isRtl: false },
    ]);
  });

  it('keeps figures between Urdu words with them', () => {
    expect(splitByScript('تھانہ 12 مثال')).toEqual([{ text: 'تھانہ 12 مثال', isRtl: true }]);
  });

  it('keeps vowel marks and joiners with their letter', () => {
    expect(splitByScript('مِثال‌گاہ and more text')[0]).toEqual({ text: 'مِثال‌گاہ', isRtl: true });
  });

  it('loses nothing', () => {
    for (const text of ['', ' ', '٣ a ب 4', 'ا1ب', '[____]', 'x\u200fی']) {
      expect(
        splitByScript(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }
  });
});

describe('the direction of a paragraph', () => {
  it('follows the greater number of letters', () => {
    expect(isMainlyRtl('ملزمان پر الزام ہے (FIR)')).toBe(true);
    expect(isMainlyRtl('Karim Khayali, schoolteacher · کریم')).toBe(false);
    expect(isMainlyRtl('12.05.2025')).toBe(false);
  });
});

describe('text for an XML part', () => {
  it('replaces what XML cannot carry', () => {
    expect(xmlText('a\u0000b\ud800c\uffffd')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(xmlText('کریم 😀')).toBe('کریم 😀');
  });
});
