import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseFile, type CaseFile } from '#core/app/index';
import { utf8 } from '#core/kernel/bytes';
import { rihai } from '#tests/fixtures/cli/run';
import { open as openVaultAt } from './vault-kit';

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

/** What the demo printed under one of its steps. */
const part = (out: string, step: number): string => out.split(/^\d\. /mu)[step] ?? '';

const words = (text: string): string => text.replaceAll(/\s+/gu, ' ');

type Clock = {
  readonly rule: string;
  readonly state: string;
  readonly personLabel: string;
  readonly override?: unknown;
};

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'rihai-demo-'));
  run = demo();
}, 300_000);

/** The vault of the demo as it lies there, opened once: its passphrase costs seconds. */
async function onceOpened<T>(work: (records: CaseFile['records']) => T): Promise<T> {
  const made = join(place, 'rihai-demo');
  const [first = ''] = readFileSync(join(made, 'passphrase.txt'), 'utf8').split('\n');
  const secret = { type: 'passphrase', bytes: utf8(first) } as const;
  const vault = await openVaultAt(join(made, 'vault'), { secret, readOnly: true });
  try {
    return work(openCaseFile(vault, { resourcesDir: 'resources' }).records);
  } finally {
    vault.close();
  }
}

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
    await onceOpened((records) => {
      const people = records.all('person');
      expect(people.filter(({ fields }) => fields.incident !== undefined)).toHaveLength(40);
      expect(records.all('case')).toHaveLength(9);
      const hearings = records.all('hearing');
      expect(hearings).toHaveLength(60);
      expect(
        hearings.filter(({ fields }) => fields.adjournedBy !== undefined).length,
      ).toBeGreaterThan(15);
      const papers = records.all('document');
      expect(papers.filter(({ fields }) => fields.sha256 !== undefined)).toHaveLength(4);
    });
  });

  it('prints the list of the day: the boy without an order first, a stalled release, a lost date', () => {
    const today = part(run.stdout, 5);
    expect(today).toMatch(/INSIDE WITHOUT ANY BASIS \(1\)\n.*\n +Bilal Misali /u);
    expect(Math.max(...today.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const times = [...today.matchAll(/^ +(\d\d:\d\d) {2}/gmu)].map(([, time]) => time);
    expect(times).toEqual(['09:30', '10:00', '11:00', '09:30', '10:30', '11:00']);
    expect(today).toContain('Hearings today (3)');
    expect(today).toContain('Hearings tomorrow, 2026-04-29 (3)');
    // Each limit is followed by its rule and by why it says so.
    expect(today).toMatch(/2026-04-28 21:45 +runs +Waqar .*\n.*\(PK-24H\): arrested 27/u);
    expect(today).toMatch(/2026-05-07 00:00 +runs +2 people .*\n.*\(PK-167-15D\): police remand/u);
    expect(today).toMatch(/2026-02-14 20:00 +PASSED +Akbar Farzi .*\n.*\(PK-497-STAT\): /u);
    expect(today).toMatch(/2026-05-03 00:00 +BROKEN +Nargis Farzi .*\n.*\(PK-344-15D\): /u);
    expect(today).toMatch(/surety filed +Hashim Dastani/u);
    expect(today).toMatch(/Pending without a next date \(2\)\n(?:.*\n)+.*Kamran Namuna/u);
    expect(today).toContain('Tasks overdue (3)');
    expect(today).toContain('everybody here is invented');
  });

  it('prints clocks with their reasoning, rival hours of arrest among it', () => {
    const clocks = words(part(run.stdout, 6));
    expect(clocks).toContain('detained since 14.02.2025 20:00 + 1 year = 14.02.2026 20:00');
    expect(clocks).toContain(
      'arrested 27.04.2026 21:30 + 24 h net of 15 min journey = 28.04.2026 21:45',
    );
    expect(clocks).toContain('the file gives 03.04.2026 21:30 and 04.04.2026 16:00');
    expect(clocks).toContain('sum: 9 days of 15');
    expect(clocks).toContain('Constitution Art. 10(2); CrPC s.61');
  });

  it('has clocks that were broken, kept, that run and that a person set, one of each rule broken', async () => {
    const { clocks } = (await open('clocks', '--all', '--limit', '1000', '--json')).json() as {
      readonly clocks: readonly Clock[];
    };
    const states = (rule: string) =>
      new Set(clocks.filter((clock) => clock.rule === rule).map(({ state }) => state));
    for (const rule of ['PK-24H', 'PK-167-15D', 'PK-344-15D']) {
      expect(states(rule), rule).toContain('breached');
      expect(states(rule), rule).toContain('running');
      expect(states(rule), rule).toContain('met');
    }
    // A right to bail is not broken by its day: it falls due, and stays so until bail is given.
    for (const state of ['due', 'running', 'met']) expect(states('PK-497-STAT')).toContain(state);
    const byHand = clocks.filter(({ override }) => override !== undefined);
    expect(byHand.map(({ personLabel }) => personLabel)).toEqual(['Parveen Khwabi']);
  });

  it('finds names across spellings and scripts, and a word in an attached Urdu note', () => {
    const found = part(run.stdout, 4);
    expect(found).toContain('Husain Khayali');
    expect(found).toContain('Hussain Qissago');
    expect(found).toContain('Sample: note of the visit to the jail');
  });

  it('verifies whole, and ends by saying where everything is', () => {
    expect(part(run.stdout, 8)).toContain('The vault is whole.');
    for (const place of ['vault', 'passphrase.txt', 'brief.docx'])
      expect(part(run.stdout, 8)).toContain(join('rihai-demo', place));
  });

  it('leaves a brief that is a Word file, and the passphrase for the user alone', () => {
    const brief = readFileSync(join(place, 'rihai-demo', 'brief.docx'));
    expect(brief.length).toBeGreaterThan(10_000);
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
