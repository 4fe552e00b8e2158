import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWholeFile } from './whole-file';

const root = mkdtempSync(join(tmpdir(), 'rihai-whole-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function* bytes(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(new TextEncoder().encode(part));
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield* bytes('half');
  throw new Error('the source broke');
}

describe('writing a whole file', () => {
  it('leaves one file that only its owner can read', async () => {
    const file = join(root, 'a');
    const written = await writeWholeFile(file, bytes('one ', 'two'), { force: false });
    const sha256 = createHash('sha256').update('one two').digest('hex');
    expect(written).toEqual({ place: file, sizeBytes: 7, sha256 });
    expect(readFileSync(file, 'utf8')).toBe('one two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('replaces nothing unasked, also where the file appears meanwhile', async () => {
    const file = join(root, 'b');
    const appears = {
      force: false,
      beforeNaming: () => {
        writeFileSync(file, 'theirs');
      },
    };
    await expect(writeWholeFile(file, bytes('mine'), appears)).rejects.toMatchObject({
      code: 'input/exists',
    });
    await expect(writeWholeFile(file, bytes('mine'), { force: false })).rejects.toMatchObject({
      code: 'input/exists',
    });
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    await writeWholeFile(file, bytes('mine'), { force: true });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('leaves nothing where the source breaks, and keeps what was to be replaced', async () => {
    const file = join(root, 'c');
    await expect(writeWholeFile(file, breaking(), { force: false })).rejects.toThrow('broke');
    writeFileSync(file, 'old');
    await expect(writeWholeFile(file, breaking(), { force: true })).rejects.toThrow('broke');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(root).sort()).toEqual(['a', 'b', 'c']);
  });

  it('names a folder that is not there', async () => {
    const file = join(root, 'none', 'd');
    await expect(writeWholeFile(file, bytes('x'), { force: false })).rejects.toMatchObject({
      code: 'input/file',
    });
  });
});
