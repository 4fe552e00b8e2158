import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { makeFolders } from './durable';

const root = mkdtempSync(join(tmpdir(), 'rihai-durable-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('makes a folder for its owner only, and those above it', () => {
  const deep = join(root, 'a', 'b', 'c');
  makeFolders(deep);
  makeFolders(deep);
  expect(existsSync(deep)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o700);
});

test('says that the disk refused where no folder can be made, and ends', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  // The kernel's own folder says of itself that it does not exist when something is made in it.
  const places = [join(file, 'below'), ...(existsSync('/proc/self') ? ['/proc/sample/deep'] : [])];
  for (const place of places) {
    let thrown: unknown;
    try {
      makeFolders(place);
    } catch (error) {
      thrown = error;
    }
    expect(isAppError(thrown, 'disk/failed'), place).toBe(true);
  }
});
