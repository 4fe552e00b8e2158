import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { settingsStore } from './settings';

const DEFAULTS = {
  theme: 'system',
  locale: 'en',
  idleMinutes: 5,
  locksOnMinimize: false,
  panicKey: 'shiftL',
  wipesLocked: false,
};
const PLACE = { x: 10, y: 20, width: 1000, height: 700, isMaximized: false };

describe('settings of a device', () => {
  let folder = '';
  const file = () => join(folder, 'settings.json');
  const put = (text: string) => {
    writeFileSync(file(), text);
  };
  const kept = () => JSON.parse(readFileSync(file(), 'utf8')) as unknown;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-settings-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the usual ones where nothing is kept', () => {
    expect(settingsStore(join(folder, 'new')).read()).toEqual(DEFAULTS);
  });

  it('keep what is changed and leave the rest, for this user alone', () => {
    const store = settingsStore(join(folder, 'new'));
    store.change({ theme: 'dark', locale: undefined });
    store.change({ place: PLACE });
    expect(store.read()).toEqual({ ...DEFAULTS, theme: 'dark', place: PLACE });
    expect(readdirSync(join(folder, 'new'))).toEqual(['settings.json']);
    expect(statSync(join(folder, 'new', 'settings.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['a theme nobody has', { theme: 'pink' }],
    ['a locale that is a path', { locale: '../../etc' }],
    ['no minutes at all', { idleMinutes: 0 }],
    ['more minutes than allowed', { idleMinutes: 600 }],
    ['half a minute', { idleMinutes: 1.5 }],
    ['a word for a yes', { locksOnMinimize: 'yes' }],
    ['a panic key there is none of', { panicKey: 'f12' }],
    ['a number for a yes to wiping', { wipesLocked: 1 }],
    ['a place without size', { place: { x: 0, y: 0 } }],
    ['a place of another world', { place: { ...PLACE, x: 1e12 } }],
    ['a place with more in it', { place: { ...PLACE, title: 'Sample' } }],
  ])('fall back alone for %s', (_what, damaged) => {
    const sound = {
      ...{ theme: 'dark', locale: 'ur', idleMinutes: 7, locksOnMinimize: true },
      panicKey: 'f9',
      wipesLocked: true,
    };
    put(JSON.stringify({ ...sound, ...damaged }));
    const usual = Object.fromEntries(
      Object.keys(damaged).map((name) => [name, (DEFAULTS as Record<string, unknown>)[name]]),
    );
    expect(settingsStore(folder).read()).toEqual({ ...sound, ...usual });
  });

  it.each(['', 'not JSON', '{"theme":"dark"', '[]', 'null', '42', '"dark"'])(
    'are the usual ones where the file holds %j, which is set aside before it is written over',
    (text) => {
      put(text);
      const store = settingsStore(folder);
      expect(store.read()).toEqual(DEFAULTS);
      store.change({ theme: 'light' });
      expect(store.read()).toEqual({ ...DEFAULTS, theme: 'light' });
      expect(readFileSync(`${file()}.damaged`, 'utf8')).toBe(text);
    },
  );

  it('keep what a newer version wrote', () => {
    put(JSON.stringify({ theme: 'dark', density: 'close' }));
    settingsStore(folder).change({ theme: 'light' });
    expect(kept()).toMatchObject({ theme: 'light', density: 'close' });
  });

  it('are written whole even where an earlier writing was cut off', () => {
    writeFileSync(`${file()}.part`, '{"the');
    settingsStore(folder).change({ theme: 'dark' });
    expect(kept()).toMatchObject({ theme: 'dark' });
    expect(existsSync(`${file()}.part`)).toBe(false);
  });

  it('say so where the disk refuses them, and stay as they were', () => {
    put(JSON.stringify({ theme: 'dark' }));
    // A folder in the way of the file that is written first: it stops root as well.
    mkdirSync(join(`${file()}.part`, 'in-the-way'), { recursive: true });
    chmodSync(folder, 0o500);
    const store = settingsStore(folder);
    let thrown: unknown;
    try {
      store.change({ theme: 'light' });
    } catch (error) {
      thrown = error;
    }
    expect(isAppError(thrown, 'disk/settings')).toBe(true);
    expect(store.read().theme).toBe('dark');
    chmodSync(folder, 0o700);
  });
});
