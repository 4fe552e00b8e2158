import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '#core/documents/pages';
import { sniff } from '#core/documents/sniff';
import { readText } from './read-text';

const URDU = 'محمد خیالی کو گرفتار کیا گیا۔ عدالت میں پیشی کل ہے۔';
const ENGLISH = 'A sample letter: the accused was produced on 14 May.\n';

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** Bytes of a text in a one-byte code page, by asking the decoder for every byte. */
function inCodePage(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return Uint8Array.from(text, (char) => bytes.get(char)!);
}

const ARABIC = 'محمد کو عدالت میں پیش کیا گیا، گواہ حاضر تھا۔'
  .replace('۔', '.')
  .replaceAll('ی', 'ي');

describe('reading text', () => {
  it.each([
    ['UTF-8', Buffer.from(URDU), URDU, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${URDU}`), URDU, 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${URDU}`, false), URDU, 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${URDU}`, true), URDU, 'utf-16be'],
    ['UTF-16 LE without', utf16(ENGLISH, false), ENGLISH, 'utf-16le'],
    ['UTF-16 BE without', utf16(ENGLISH, true), ENGLISH, 'utf-16be'],
    ['Urdu in UTF-16 LE without', utf16(URDU, false), URDU, 'utf-16le'],
    ['Western', inCodePage('Dupré’s café', 'windows-1252'), 'Dupré’s café', 'windows-1252'],
    ['Windows Arabic', inCodePage(ARABIC, 'windows-1256'), ARABIC, 'windows-1256'],
  ])('knows %s', (_, bytes, text, encoding) => {
    expect(readText(bytes)).toEqual({ text, encoding });
  });

  it('reads UTF-8 with a broken letter or two as UTF-8', () => {
    const bytes = Uint8Array.from([...Buffer.from(URDU), 0xff, ...Buffer.from(URDU)]);
    expect(readText(bytes)?.text).toBe(`${URDU}\ufffd${URDU}`);
  });

  it('takes no bytes, zeros and noise for what they are', () => {
    expect(readText(new Uint8Array())).toBeUndefined();
    expect(readText(new Uint8Array(100))).toBeUndefined();
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + at * at * 31) & 0xff);
    expect(readText(noise)).toBeUndefined();
  });

  it('takes any bytes, and what it gives is text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = readText(bytes)?.text;
        if (text === undefined) return;
        expect(text).not.toContain('\u0000');
        expect(pagesOf(text).pages.join('')).toBe(text.replaceAll('\f', ''));
      }),
    );
  });
});

describe('pages', () => {
  it('are those of the text where it has form feeds', () => {
    expect(pagesOf('one\ftwo\fthree\f')).toEqual({ pages: ['one', 'two', 'three'], areOwn: true });
    expect(pagesOf('only')).toEqual({ pages: ['only'], areOwn: false });
  });

  it('end with a paragraph where one ends in time', () => {
    const paragraph = `${'word '.repeat(250)}\n\n`;
    const { pages, areOwn } = pagesOf(paragraph.repeat(10));
    expect(areOwn).toBe(false);
    expect(pages.length).toBe(5);
    for (const page of pages) expect(page).toBe(paragraph.repeat(2));
  });

  it('lose and halve nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word ', 'جملہ۔ ', '\n', '\n\n', '\f', '😀', 'x'.repeat(700)), {
          maxLength: 200,
        }),
        (parts) => {
          const text = parts.join('');
          const { pages } = pagesOf(text);
          expect(pages.join('')).toBe(text.replaceAll('\f', ''));
          for (const page of pages) expect(Buffer.from(page).toString()).toBe(page);
        },
      ),
    );
  });
});

describe('sniffing', () => {
  const zip = (...names: readonly string[]) => Buffer.from(`PK\u0003\u0004${names.join('...')}`);
  it.each([
    [Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    [Buffer.from('junk\n%PDF-1.4'), 'application/pdf'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [Buffer.from([0x49, 0x49, 0x2a, 0]), 'image/tiff'],
    [Buffer.from([0x4d, 0x4d, 0, 0x2a]), 'image/tiff'],
    [zip('a.txt'), 'application/zip'],
    [
      zip('[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [Buffer.from('plain words'), undefined],
    [Buffer.from(''), undefined],
  ])('tells files by their first bytes (%#)', (head, mediaType) => {
    expect(sniff(head)).toBe(mediaType);
  });
});
