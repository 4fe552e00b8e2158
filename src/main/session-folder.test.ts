import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionFolder } from './session-folder';

describe("Chromium's own folder", () => {
  let base = '';
  const left = (name: string) => {
    mkdirSync(join(base, 'sessions', name), { recursive: true });
    writeFileSync(join(base, 'sessions', name, 'Cookies'), 'left behind');
  };
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'rihai-session-test-'));
  });
  afterEach(() => {
    rmSync(base, { recursive: true, force: true });
  });

  it('is empty at the start and gone at the end', () => {
    left(String(process.pid));
    const { path, remove } = sessionFolder(base, process.pid);
    expect(readdirSync(path)).toEqual([]);
    writeFileSync(join(path, 'Preferences'), '{}');
    remove();
    expect(existsSync(path)).toBe(false);
  });

  it('goes with the next start where its program was killed, and stays while that runs', () => {
    const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
    left(String(ended));
    left('not-a-process');
    left(String(process.ppid));
    sessionFolder(base, process.pid).sweep();
    expect(readdirSync(join(base, 'sessions')).toSorted()).toEqual(
      [String(process.pid), String(process.ppid)].toSorted(),
    );
  });

  it('lies among the temporary files where the settings cannot be written', () => {
    const file = join(base, 'a-file');
    writeFileSync(file, '');
    const { path, remove, sweep } = sessionFolder(file, process.pid);
    expect(sweep).not.toThrow();
    expect(dirname(path)).toBe(tmpdir());
    expect(readdirSync(path)).toEqual([]);
    remove();
    expect(existsSync(path)).toBe(false);
  });
});
