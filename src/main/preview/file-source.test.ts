import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QR_PICTURE } from '#shared/preview/messages';
import { fileSource } from './file-source';

const MIB = 1024 * 1024;

describe('a file that is read for its preview', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-source-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([0, 1, MIB, 2 * MIB + 7])('of %d bytes comes whole, part by part', async (size) => {
    const path = join(folder, String(size));
    const whole = Buffer.from(Array.from({ length: size }, (_, at) => at % 251));
    writeFileSync(path, whole);
    const source = fileSource(path, QR_PICTURE);
    const { reading, ...told } = await source.open('');
    expect(told).toEqual({ mediaType: QR_PICTURE, sizeBytes: size });
    const parts: Uint8Array[] = [];
    for (let isLast = false; !isLast;) {
      const part = await source.next(reading);
      parts.push(part.bytes);
      isLast = part.isLast;
    }
    await source.close(reading);
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    expect(parts.every(({ length }) => length <= MIB)).toBe(true);
  });

  it('that is not there, or no file, is refused by its code', async () => {
    const gone = fileSource(join(folder, 'gone'), QR_PICTURE);
    await expect(gone.open('')).rejects.toMatchObject({ code: 'input/file' });
    const source = fileSource(folder, QR_PICTURE);
    await source.open('');
    await expect(source.next(1)).rejects.toMatchObject({ code: 'input/file' });
    await source.close(1);
  });
});
