import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { userDataDir } from './user-data';

describe('the folder of the program', () => {
  it('is where each system keeps such things', () => {
    const home = join('home', 'sample');
    expect(userDataDir('linux', {}, home)).toBe(join(home, '.config', 'rihai'));
    expect(userDataDir('linux', { XDG_CONFIG_HOME: '' }, home)).toBe(
      join(home, '.config', 'rihai'),
    );
    expect(userDataDir('linux', { XDG_CONFIG_HOME: 'c' }, home)).toBe(join('c', 'rihai'));
    expect(userDataDir('darwin', {}, home)).toBe(
      join(home, 'Library', 'Application Support', 'rihai'),
    );
    expect(userDataDir('win32', { APPDATA: 'r' }, home)).toBe(join('r', 'rihai'));
  });
});
