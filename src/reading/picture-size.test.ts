import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureSize } from './picture-size';

const SCAN = new URL('../../resources/samples/files/sample-scan-remand-order.png', import.meta.url);

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );

const PNG = ['\u0089PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR'] as const;
const START = [0xff, 0xd8];
const frame = (marker: number, height: readonly number[], width: readonly number[]) => [
  0xff,
  marker,
  0,
  11,
  8,
  ...height,
  ...width,
  1,
  1,
  0x11,
  0,
];
const riff = (kind: string, rest: readonly number[]) =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, rest);

describe('the size that a picture states', () => {
  it('is read of a real scan', () => {
    const scan = readFileSync(SCAN);
    const size = pictureSize(scan, 'image/png');
    expect(size).toEqual({ width: scan.readUInt32BE(16), height: scan.readUInt32BE(20) });
    expect(size?.width).toBeGreaterThan(100);
  });

  it('is read of a header alone, however large, and of none of the picture', () => {
    const huge = bytes(...PNG, [0, 1, 0, 0], [0, 0, 0xff, 0xff], [8, 6, 0, 0, 0]);
    expect(pictureSize(huge, 'image/png')).toEqual({ width: 65_536, height: 65_535 });
    const largest = bytes(...PNG, [0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0xff]);
    expect(pictureSize(largest, 'image/png')).toEqual({ width: 2 ** 32 - 1, height: 2 ** 32 - 1 });
  });

  it('is read of a GIF', () => {
    const gif = bytes('GIF89a', [0x40, 0x01], [0xf0, 0x00]);
    expect(pictureSize(gif, 'image/gif')).toEqual({ width: 320, height: 240 });
  });

  it('is read of the three kinds of WebP', () => {
    const size = { width: 16_383, height: 258 };
    const wide = riff('VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xfe, 0x3f, 0, 0x01, 0x01, 0]);
    expect(pictureSize(wide, 'image/webp')).toEqual(size);
    const lossy = riff('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0xff, 0x3f, 0x02, 0x01]);
    expect(pictureSize(lossy, 'image/webp')).toEqual(size);
    const packed = (16_383 - 1) | ((258 - 1) << 14);
    const lossless = riff('VP8L', [
      0,
      0,
      0,
      0,
      0x2f,
      packed & 0xff,
      (packed >> 8) & 0xff,
      (packed >> 16) & 0xff,
      packed >>> 24,
    ]);
    expect(pictureSize(lossless, 'image/webp')).toEqual(size);
  });

  it('is that of the largest frame of a JPEG, past thumbnails and tables', () => {
    const table = [0xff, 0xc4, 0, 8, 1, 2, 3, 4, 5, 6];
    const size = (...parts: readonly (readonly number[])[]) =>
      pictureSize(bytes(START, ...parts, [0xff, 0xd9]), 'image/jpeg');
    expect(size(table, frame(0xc2, [0x01, 0x02], [0x03, 0x04]))).toEqual({
      width: 772,
      height: 258,
    });
    const two = [frame(0xc0, [0, 8], [0, 8]), frame(0xc0, [0xff, 0xff], [0xff, 0xff])];
    for (const frames of [two, two.toReversed()])
      expect(size(...frames)).toEqual({ width: 65_535, height: 65_535 });
    expect(size([0xff, 0xff], frame(0xc0, [0, 8], [0, 9]))).toEqual({ width: 9, height: 8 });
  });

  it.each(['image/png', 'image/gif', 'image/webp', 'image/jpeg'])(
    'is unknown where %s ends early, is empty or is filled with one byte',
    (type) => {
      for (const length of [0, 1, 9])
        expect(pictureSize(new Uint8Array(length).fill(0xff), type)).toBeUndefined();
      expect(pictureSize(new Uint8Array(4096), type)).toBeUndefined();
    },
  );

  it('is unknown of what is not shown', () => {
    expect(pictureSize(bytes('GIF89a', [1, 0, 1, 0]), 'image/tiff')).toBeUndefined();
  });
});
