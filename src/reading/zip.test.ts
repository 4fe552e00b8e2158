import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipOf } from '#tests/fixtures/office';
import { openZip } from './zip';

const refused = (code: string, reason?: RegExp) =>
  expect.objectContaining({
    code,
    params: reason === undefined ? {} : { reason: expect.stringMatching(reason) as string },
  }) as Error;

const find = (bytes: Uint8Array, signature: readonly number[]): number =>
  Buffer.from(bytes).indexOf(Buffer.from(signature));
const central = (bytes: Uint8Array): number => find(bytes, [0x50, 0x4b, 1, 2]);

/** The same file, some of whose numbers say something else. */
function lying(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

const LOCAL_BYTES = 30;
const TEXT = 'Sample letter to the court. '.repeat(20);

describe('a ZIP file', () => {
  it('gives what was put in, packed or not', () => {
    const archive = openZip(zipOf({ 'one.txt': TEXT, 'empty.txt': '' }));
    expect(archive.names).toEqual(['one.txt', 'empty.txt']);
    expect(new TextDecoder().decode(archive.read('one.txt'))).toBe(TEXT);
    expect(archive.read('empty.txt')).toHaveLength(0);
    expect(archive.read('other.txt')).toBeUndefined();
  });

  it('may have 2,000 parts and not one more', () => {
    const parts = (count: number) =>
      zipOf(Object.fromEntries(Array.from({ length: count }, (_none, at) => [`${at}.txt`, 'x'])));
    expect(openZip(parts(2_000)).names).toHaveLength(2_000);
    expect(() => openZip(parts(2_001))).toThrow(refused('read/limit', /2001 parts/u));
  });

  it('that unpacks to more than a hundred times its size is refused before anything is unpacked', () => {
    const bomb = zipOf({ 'word/document.xml': new Uint8Array(4 * 1024 * 1024) });
    expect(() => openZip(bomb)).toThrow(refused('read/limit', /hundred times/u));
  });

  it('that unpacks to more than 200 MiB is refused, whatever its ratio', () => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const large = lying(bytes, (view) => {
      view.setUint32(central(bytes) + 24, 200 * 1024 * 1024 + 1, true);
    });
    expect(() => openZip(large)).toThrow(refused('read/limit', /200 MiB/u));
  });

  it.each([
    ['fewer bytes than there are', -1],
    ['more bytes than there are', 1],
  ])('that claims %s is damaged', (_what, difference) => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const wrong = lying(bytes, (view) => {
      view.setUint32(central(bytes) + 24, TEXT.length + difference, true);
    });
    expect(() => openZip(wrong).read('one.txt')).toThrow(refused('read/damaged'));
  });

  it('whose part unpacks to more than it claimed is left there', () => {
    const bytes = zipOf({ 'one.txt': new Uint8Array(4 * 1024 * 1024) });
    const small = lying(bytes, (view) => {
      view.setUint32(central(bytes) + 24, bytes.length * 90, true);
    });
    expect(() => openZip(small).read('one.txt')).toThrow(refused('read/damaged'));
  });

  it.each([
    ['as the header has its sizes', 0],
    ['even where the sizes were to follow', 8],
  ])('whose directory calls a full part empty is damaged, %s', (_what, flags) => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const emptied = lying(bytes, (view) => {
      view.setUint16(6, flags, true);
      for (const field of [16, 20, 24]) view.setUint32(central(bytes) + field, 0, true);
      if (flags !== 0) for (const field of [14, 18, 22]) view.setUint32(field, 0, true);
    });
    expect(() => openZip(emptied).read('one.txt')).toThrow(refused('read/damaged'));
  });

  it('whose sizes follow its bytes is read by those of the directory', () => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const streamed = lying(bytes, (view) => {
      view.setUint16(6, 8, true);
      for (const field of [14, 18, 22]) view.setUint32(field, 0, true);
    });
    expect(new TextDecoder().decode(openZip(streamed).read('one.txt'))).toBe(TEXT);
  });

  it('whose parts differ between directory and header is damaged', () => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const renamed = lying(bytes, (view) => {
      view.setUint8(30, 'x'.charCodeAt(0));
    });
    expect(() => openZip(renamed).read('one.txt')).toThrow(refused('read/damaged'));
  });

  it('with two parts of one name is damaged', () => {
    const bytes = zipOf({ 'a.txt': 'one', 'b.txt': 'two' });
    const second = Buffer.from(bytes).lastIndexOf('b.txt');
    const twice = lying(bytes, (view) => {
      view.setUint8(second, 'a'.charCodeAt(0));
    });
    expect(() => openZip(twice)).toThrow(refused('read/damaged'));
  });

  it('that is encrypted says so', () => {
    const bytes = zipOf({ 'one.txt': TEXT });
    const locked = lying(bytes, (view) => {
      view.setUint16(central(bytes) + 8, 1, true);
    });
    expect(() => openZip(locked)).toThrow(refused('read/encrypted'));
  });

  it('with any bit of a part flipped is damaged, or says the same: never another text', () => {
    const text = `${TEXT}12 March 2026`;
    const bytes = zipOf({ 'one.txt': text });
    const from = LOCAL_BYTES + 'one.txt'.length;
    const seen = new Set<string>();
    for (let bit = from * 8; bit < central(bytes) * 8; bit += 1) {
      const at = Math.floor(bit / 8);
      const flipped = lying(bytes, (view) => {
        view.setUint8(at, view.getUint8(at) ^ (1 << (bit % 8)));
      });
      try {
        seen.add(new TextDecoder().decode(openZip(flipped).read('one.txt')));
      } catch (error) {
        expect(error).toEqual(refused('read/damaged'));
        seen.add('damaged');
      }
    }
    // Some bits behind the end of the packed stream say nothing.
    expect([...seen].toSorted()).toEqual([text, 'damaged'].toSorted());
  });

  it('that ends early anywhere is damaged', () => {
    const bytes = zipOf({ 'one.txt': TEXT, 'two.txt': 'second' });
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => openZip(bytes.subarray(0, length)), String(length)).toThrow(
        refused('read/damaged'),
      );
  });

  it('of other bytes is damaged', () => {
    for (const bytes of [strToU8('no archive'), new Uint8Array(), new Uint8Array(100)])
      expect(() => openZip(bytes)).toThrow(refused('read/damaged'));
  });
});
