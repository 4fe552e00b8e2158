import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { demoFolder, prepareFolder, writePassphrase } from './folder';

let place = '';

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'rihai-demo-folder-'));
});

afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const refusal = (dir: string): unknown => {
  try {
    prepareFolder(demoFolder(dir));
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('the folder of the demo', () => {
  it('is made where there is none, and in an empty one', () => {
    const dir = join(place, 'new');
    expect(prepareFolder(demoFolder(dir))).toEqual({ isRemade: false });
    const empty = join(place, 'empty');
    mkdirSync(empty);
    expect(prepareFolder(demoFolder(empty))).toEqual({ isRemade: false });
  });

  it('refuses a folder with other things in it and touches none of them', () => {
    mkdirSync(join(place, 'vault'));
    writeFileSync(join(place, 'vault', 'vault.rhv'), 'real');
    const error = refusal(place);
    expect(isAppError(error, 'usage')).toBe(true);
    expect(readFileSync(join(place, 'vault', 'vault.rhv'), 'utf8')).toBe('real');
    expect(existsSync(join(place, 'SAMPLE.txt'))).toBe(false);
  });

  it('refuses a file in its place', () => {
    const file = join(place, 'file');
    writeFileSync(file, 'real');
    expect(isAppError(refusal(file), 'usage')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('real');
  });

  it('remakes its own, and leaves what else was put beside it', () => {
    const folder = demoFolder(join(place, 'demo'));
    prepareFolder(folder);
    mkdirSync(folder.vault);
    writeFileSync(join(folder.vault, 'old'), 'old');
    writeFileSync(join(folder.dir, 'mine.txt'), 'mine');
    expect(prepareFolder(folder)).toEqual({ isRemade: true });
    expect(existsSync(folder.vault)).toBe(false);
    expect(readFileSync(join(folder.dir, 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('keeps the passphrase for the user alone, with a word that it is for the sample', () => {
    const { passphrase } = demoFolder(place);
    writePassphrase(passphrase, 'six words of a sample');
    expect(statSync(passphrase).mode & 0o777).toBe(0o600);
    const text = readFileSync(passphrase, 'utf8');
    expect(text.split('\n')[0]).toBe('six words of a sample');
    expect(text).toContain('only for the sample');
  });
});
