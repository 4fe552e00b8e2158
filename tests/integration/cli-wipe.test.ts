import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import { atTerminal } from '#tests/fixtures/terminal';

const PASSPHRASE = 'violet gravel anchor cushion pelican drum';

describe('rihai wipe', () => {
  let folder = '';
  let env: Record<string, string> = {};
  const dir = (name: string): string => join(folder, name);
  const made = async (name: string): Promise<void> => {
    const words = ['--name', 'Sample Vakil', '--passphrase-file', dir('passphrase'), '--quick-key'];
    const ran = await rihai(['create', '--vault', dir(name), ...words], { env });
    expect(ran.exit, ran.stderr).toBe(0);
  };
  const anchors = (): readonly string[] => readdirSync(dir('settings/rihai/anchors'));
  const wipe = (name: string, typed: string) =>
    atTerminal(`'${process.execPath}' '${PROGRAM}' wipe --vault '${dir(name)}'`, {
      cwd: folder,
      env,
      answers: [{ to: /it is not shown\): $/u, type: () => typed }],
    });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-cli-wipe-'));
    env = { XDG_CONFIG_HOME: dir('settings') };
    writeFileSync(dir('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('destroys the vault once the name of its folder was typed, and says what survives', async () => {
    await made('office');
    expect(anchors()).toHaveLength(1);
    const refused = await wipe('office', 'yes');
    expect(refused.exit).toBe(2);
    expect(refused.shown).toContain('nothing was done');
    const opened = ['info', '--vault', dir('office'), '--passphrase-file', dir('passphrase')];
    expect((await rihai(opened, { env })).exit).toBe(0);

    const done = await wipe('office', 'office');
    expect(done.exit, done.shown).toBe(0);
    expect(done.shown).toMatch(/ASK COUNSEL \(Pakistan[^)]*\)/u);
    expect(done.shown).toContain('unverified');
    for (const words of [
      'Backups on other media',
      'may keep remnants',
      'nothing of this is recorded',
    ])
      expect(done.shown.replaceAll(/\s+/gu, ' ')).toContain(words);
    expect(done.shown).toContain('The vault is gone.');
    expect(existsSync(dir('office'))).toBe(false);
    expect(anchors()).toEqual([]);
  });

  it('does nothing without a terminal to type on, and asks nothing where there is no vault', async () => {
    await made('other');
    const ran = await rihai(['wipe', '--vault', dir('other'), '--json'], { env, input: 'other\n' });
    expect(ran.exit).toBe(2);
    expect(existsSync(join(dir('other'), 'vault.rhv'))).toBe(true);
    mkdirSync(dir('letters'));
    writeFileSync(join(dir('letters'), 'letter.txt'), 'Sample');
    const none = await wipe('letters', 'letters');
    expect(none.exit).toBe(3);
    expect(none.shown).toContain('There is no vault in this folder');
    expect(none.shown).not.toContain('Type the name');
    expect(readdirSync(dir('letters'))).toEqual(['letter.txt']);
  });
});
