import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rihai } from '#tests/fixtures/cli/run';

const DEMO = join(import.meta.dirname, '../../out/main/demo.js');

let place = '';
let run: ReturnType<typeof demo>;

const demo = (...args: readonly string[]) =>
  spawnSync(process.execPath, [DEMO, ...args], { cwd: place, encoding: 'utf8' });

const open = (...words: readonly string[]) =>
  rihai(
    [...words, '--vault', 'rihai-demo/vault', '--passphrase-file', 'rihai-demo/passphrase.txt'],
    { cwd: place },
  );

type Listed = { readonly records: readonly { readonly fields: Record<string, unknown> }[] };
const listed = async (kind: string): Promise<Listed['records']> =>
  ((await open('list', kind, '--limit', '1000', '--json')).json() as Listed).records;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'rihai-demo-'));
  run = demo();
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

describe('the demo', () => {
  it('ends well and says nothing on standard error', () => {
    expect(run.stderr).toBe('');
    expect(run.status, run.stdout).toBe(0);
  });

  it('counts its steps, stays narrow and shows commands that can be copied', () => {
    const steps = run.stdout.match(/^\d\. .*$/gmu) ?? [];
    expect(steps.map((step) => step[0])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    const wide = run.stdout.split('\n').filter((line) => Array.from(line).length > 100);
    expect(wide).toEqual([]);
    for (const name of [
      'create',
      'import',
      'attach',
      'search',
      'today',
      'clocks',
      'export',
      'verify',
    ])
      expect(run.stdout).toContain(`npx rihai ${name} `);
  });

  it('took in every person of the incident, every case and every hearing', async () => {
    const people = await listed('person');
    expect(people.filter(({ fields }) => fields['incident'] !== undefined)).toHaveLength(40);
    expect(await listed('case')).toHaveLength(9);
    const hearings = await listed('hearing');
    expect(hearings).toHaveLength(60);
    expect(
      hearings.filter(({ fields }) => fields['adjournedBy'] !== undefined).length,
    ).toBeGreaterThan(15);
    const papers = await listed('document');
    expect(papers.filter(({ fields }) => fields['sha256'] !== undefined)).toHaveLength(4);
  });

  it('leaves a brief that is a Word file, and the passphrase for the user alone', () => {
    const brief = readFileSync(join(place, 'rihai-demo', 'brief.docx'));
    expect(brief.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(statSync(join(place, 'rihai-demo', 'passphrase.txt')).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that it did not make, and touches nothing in it', () => {
    writeFileSync(join(place, 'real-case.txt'), 'real');
    const refused = demo('--dir', '.');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--dir');
    expect(readFileSync(join(place, 'real-case.txt'), 'utf8')).toBe('real');
    expect(existsSync(join(place, 'vault'))).toBe(false);
  });
});
