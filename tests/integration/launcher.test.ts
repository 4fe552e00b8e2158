import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'resources', 'package.json', 'tsconfig.json', 'tsconfig.base.json'];
const BUILT = 'rihai: building once from source …\n';

let checkout = '';

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'rihai-checkout-'));
  for (const name of [...PARTS, 'programs.vite.config.ts'])
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

afterAll(() => {
  rmSync(checkout, { recursive: true, force: true });
});

function version() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'src/cli/rihai.cjs'), '--version'],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: checkout } },
  );
  return { status, said: stdout.trim(), told: stderr };
}

it('builds itself in a fresh checkout, once, and again after a change', () => {
  const works = { status: 0, said: '0.1.0' };
  expect(version()).toEqual({ ...works, told: BUILT });
  expect(version()).toEqual({ ...works, told: '' });
  const later = new Date(Date.now() + 2_000);
  utimesSync(join(checkout, 'src/cli/main.ts'), later, later);
  expect(version()).toEqual({ ...works, told: BUILT });
});
