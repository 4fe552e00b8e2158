import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, cliVault, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';
import { rihai } from '#tests/fixtures/cli/run';

let cli: CliVault;
let vault: ReturnType<CliVault['copy']>;
beforeAll(async () => {
  cli = await cliVault();
  vault = cli.copy();
  await vault.run(['import', '-'], { input: jsonLines(PEOPLE) });
});

const secretFile = (name: string, text: string): string => {
  const file = cli.file(name);
  writeFileSync(file, `${text}\n`, { mode: 0o600 });
  return file;
};
const opened = (...secret: readonly string[]) =>
  rihai(['list', 'cases', '--vault', vault.dir, ...secret]);

describe('an office that prepares for the worst night', () => {
  it('is told what is missing before anything is done', async () => {
    const { stdout, json } = await vault.run(['ready', '--json']);
    expect(stdout).not.toBe('');
    expect(json()).toMatchObject({
      members: [{ slot: 1, name: 'Sample Vakil' }],
      recovery: [{ number: 1 }],
      todo: ['backup', 'rehearse', 'second-way', 'drill'],
    });
    expect((json() as { wouldBeLost: { records: number } }).wouldBeLost.records).toBe(5);
    const said = await vault.run(['ready']);
    expect(said.stdout).toContain('NEVER tried');
    expect(said.stdout).toContain('5 records');
  });

  it('reads who did what, narrowed by person, kind, day and record, and as CSV', async () => {
    type Log = { total: number; rows: readonly { action: string; record?: string }[] };
    const log = async (...words: readonly string[]): Promise<Log> =>
      (await vault.run(['log', '--json', ...words])).json() as Log;
    const commits = await log('--action', 'commit');
    expect(commits.total).toBeGreaterThan(0);
    expect(new Set(commits.rows.map(({ action }) => action))).toEqual(new Set(['commit']));
    expect((await log('--by', 'vakil', '--action', 'commit')).total).toBe(commits.total);
    expect(await log('--since', '2999-01-01')).toMatchObject({ total: 0 });
    expect((await log('--until', '2999-01-01')).total).toBeGreaterThan(commits.total);
    const { record } = commits.rows.find((row) => row.record !== undefined) ?? {};
    const about = await log('--object', String(record));
    expect(about.rows.map((row) => row.action)).toContain('commit');
    expect(about.total).toBeLessThan((await log()).total);
    expect((await vault.run(['log', '--by', 'Nobody'])).exit).toBe(2);
    const csv = cli.file('activity.csv');
    expect((await vault.run(['log', '--csv', csv, '--action', 'commit'])).exit).toBe(0);
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(commits.total + 1);
    expect((await vault.run(['log', '--csv', csv])).exit).toBe(3);
    expect((await log('--action', 'export')).total).toBe(1);
    const said = await vault.run(['log', '--limit', '2']);
    expect(said.stdout).toMatch(/1–2 of \d+/u);
  });

  it('rehearses the sheet, splits a second key, and opens with two of three papers', async () => {
    const sheet = secretFile('sheet', cli.recoveryKey);
    expect((await vault.run(['recovery', 'rehearse', '--try-file', sheet])).exit).toBe(0);
    const wrong = await vault.run([
      'recovery',
      'rehearse',
      '--json',
      '--try-file',
      secretFile('no', '1234'),
    ]);
    expect([wrong.exit, wrong.json()]).toMatchObject([
      4,
      { error: { code: 'vault/recovery-key' } },
    ]);
    const made = await vault.run(['recovery', 'shares', '--json']);
    const { shares } = made.json() as { shares: readonly string[] };
    expect(shares).toHaveLength(3);
    const two = secretFile('two', shares.slice(1).join('\n'));
    expect((await opened('--shares-file', two)).exit).toBe(0);
    const few = await rihai([
      'list',
      'cases',
      '--vault',
      vault.dir,
      '--json',
      '--shares-file',
      secretFile('one', shares[0]!),
    ]);
    expect([few.exit, few.json()]).toMatchObject([
      4,
      { error: { code: 'share/few', params: { missing: 1 } } },
    ]);
  });

  it('lets a second person in, changes their passphrase, and lets them go again', async () => {
    const first = 'thimble orbit walnut ferry candle moss';
    const [old, changed] = [secretFile('old', first), secretFile('changed', `${first} lantern`)];
    const added = await vault.run([
      'people',
      'add',
      '--name',
      'Sample Misali',
      '--new-file',
      old,
      '--quick-key',
      '--slot',
      '1',
      '--json',
    ]);
    expect(added.json()).toMatchObject({ slot: 2, name: 'Sample Misali' });
    const as = (file: string) => ['--vault', vault.dir, '--slot', '2', '--passphrase-file', file];
    expect(
      (await rihai(['passphrase', '--new-file', changed, '--quick-key', ...as(old)])).exit,
    ).toBe(0);
    expect((await rihai(['people', 'list', ...as(old)])).exit).toBe(4);
    const listed = await rihai(['people', 'list', ...as(changed)]);
    expect(listed.stdout).toMatch(/1 +Sample Vakil\n2 +Sample Misali/u);
    const out = cli.file('paper.docx');
    const cases = await rihai(['list', 'cases', '--json', ...as(changed)]);
    const id = /"id":"([0-9a-f-]{36})"/u.exec(cases.stdout)?.[1] ?? '';
    expect((await rihai(['export', '--case', id, '--out', out, ...as(changed)])).exit).toBe(0);

    const gone = await vault.run(['people', 'remove', '2', '--slot', '1']);
    expect(gone.exit).toBe(0);
    expect(gone.stdout).toMatch(/Sample Misali opens this vault no more, and its key is another/u);
    expect(gone.stdout).toMatch(/export +[0-9a-f-]{36}/u);
    expect((await rihai(['people', 'list', ...as(changed)])).exit).toBe(3);
    expect((await vault.run(['rotate'])).exit).toBe(0);
    expect((await opened('--recovery-file', secretFile('sheet', cli.recoveryKey))).exit).toBe(0);
    expect((await vault.run(['verify'])).exit).toBe(0);
    const bad = await vault.run(['people', 'remove', 'two', '--json']);
    expect(bad.json()).toMatchObject({ error: { code: 'usage' } });
  });

  it('makes a backup, checks it on any desk, practises, and restores it elsewhere', async () => {
    const folder = cli.file('stick');
    const made = await vault.run(['backup', 'make', '--folder', folder]);
    expect([made.exit, made.stderr]).toEqual([0, expect.stringContaining('same disk')]);
    expect((await rihai(['backup', 'list', '--folder', folder])).stdout).toContain('finished');
    const checked = await rihai(['backup', 'verify', '--folder', folder, '--json']);
    expect([checked.exit, checked.json()]).toMatchObject([
      0,
      { isSound: true, backups: [{ faults: [] }] },
    ]);
    const drilled = await vault.run(['backup', 'drill', '--folder', folder]);
    expect([drilled.exit, drilled.stdout]).toEqual([0, expect.stringContaining('That is noted')]);

    const dir = cli.file('restored');
    const secret = ['--passphrase-file', cli.passphrase];
    const restored = await rihai([
      'backup',
      'restore',
      '--folder',
      folder,
      '--vault',
      dir,
      ...secret,
    ]);
    expect([restored.exit, restored.stdout]).toEqual([0, expect.stringContaining(dir)]);
    const cases = await rihai(['list', 'cases', '--vault', dir, ...secret]);
    expect(cases.stdout).toContain('Sample: the invented matter');
    const again = await rihai([
      'backup',
      'restore',
      '--folder',
      folder,
      '--vault',
      dir,
      '--json',
      ...secret,
    ]);
    expect(again.json()).toMatchObject({ error: { code: 'vault/exists' } });
    expect(existsSync(dir)).toBe(true);

    const database = readdirSync(folder).find((name) => name.endsWith('.db'));
    writeFileSync(`${folder}/${database ?? ''}`, 'rotten');
    expect((await rihai(['backup', 'verify', '--folder', folder])).exit).toBe(5);
    const report = await vault.run(['ready']);
    expect(report.stdout).toContain('last backup on this disk');
    expect(report.stdout).not.toContain('Practise');
  });
});
