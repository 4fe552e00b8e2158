import { describe, expect, it } from 'vitest';
import { fileName, titleOf } from './file-name';
import { MOST_TEXT_BYTES, watch } from './watch';

async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

async function looked(bytes: Uint8Array, size = 100_000) {
  const { bytes: passing, read } = watch(inChunks(bytes, size));
  const passed: Uint8Array[] = [];
  for await (const chunk of passing) passed.push(chunk);
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
  return read();
}

const line = Buffer.from('A line of a sample letter, عدالت کا حکم.\n');
const longText = (bytes: number) => Buffer.alloc(bytes, line);

describe('a watched stream', () => {
  it.each([1, 7, 65_535, 65_536, 65_537, 1_000_000])(
    'gives the whole text in chunks of %i bytes',
    async (size) => {
      const text = longText(size < 100 ? 100_000 : 300_000);
      const { mediaType, pages } = await looked(text, size);
      expect(mediaType).toBe('text/plain');
      expect(pages.join('')).toBe(new TextDecoder().decode(text, { stream: true }));
    },
  );

  it('reads no more than it should of a long text', async () => {
    const { pages } = await looked(longText(MOST_TEXT_BYTES + 100_000));
    const units = pages.reduce((sum, page) => sum + page.length, 0);
    expect(units).toBeGreaterThan(MOST_TEXT_BYTES / 2);
    expect(Buffer.byteLength(pages.join(''))).toBeLessThanOrEqual(MOST_TEXT_BYTES);
  });

  it('finds no text in a picture, in noise that begins as text, or in nothing', async () => {
    const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), longText(200_000)]);
    expect(await looked(png)).toMatchObject({ mediaType: 'image/png', pages: [] });
    const mixed = Buffer.concat([longText(70_000), Buffer.alloc(70_000)]);
    expect(await looked(mixed)).toMatchObject({ mediaType: 'application/octet-stream', pages: [] });
    expect((await looked(Buffer.alloc(0))).pages).toEqual([]);
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\papers\\FIR 12.pdf', 'FIR 12.pdf'],
    ['/tmp/حکم نامہ.jpg', 'حکم نامہ.jpg'],
    ['a\u202efdp.exe', 'a\ufffdfdp.exe'],
    ['two\nlines.txt', 'two\ufffdlines.txt'],
    ['', '\ufffd'],
    ['folder/', 'folder'],
  ])('is kept of %j as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  it('is cut to what a field holds, and gives a title', () => {
    expect(fileName(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
    expect(titleOf('Remand order.tar.gz')).toBe('Remand order.tar');
    expect(titleOf('.pdf')).toBe('.pdf');
  });
});
