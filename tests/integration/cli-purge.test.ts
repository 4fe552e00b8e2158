import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import { atTerminal } from '#tests/fixtures/terminal';

const PASSPHRASE = 'violet gravel anchor cushion pelican drum';

describe('rihai trash and rihai purge', () => {
  let folder = '';
  let env: Record<string, string> = {};
  let opening: readonly string[] = [];
  const run = async (...words: readonly string[]) => {
    const ran = await rihai([...words, ...opening, '--json'], { env });
    return { ...ran, answer: ran.exit === 0 ? (ran.json() as never) : undefined };
  };
  const purge = (ids: readonly string[], typed: string) => {
    const words = ['purge', ...ids, ...opening].map((word) => `'${word}'`).join(' ');
    return atTerminal(`'${process.execPath}' '${PROGRAM}' ${words}`, {
      cwd: folder,
      env,
      answers: [{ to: /it is not shown\): $/u, type: () => typed }],
    });
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-cli-purge-'));
    env = { XDG_CONFIG_HOME: join(folder, 'settings') };
    const secret = join(folder, 'passphrase');
    writeFileSync(secret, `${PASSPHRASE}\n`, { mode: 0o600 });
    opening = ['--vault', join(folder, 'office'), '--passphrase-file', secret];
    const made = await rihai(
      ['create', '--name', 'Sample Vakil', '--quick-key', ...opening.slice(0, 4)],
      { env },
    );
    expect(made.exit, made.stderr).toBe(0);
    const lines = ['Sample Khayali', 'Sample Misali'].map((text, at) => ({
      ...{ kind: 'person', id: `p${String(at)}`, names: [{ text, kind: 'legal' }] },
    }));
    const file = join(folder, 'people.jsonl');
    writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const imported = await rihai(['import', file, ...opening], { env });
    expect(imported.exit, imported.stderr).toBe(0);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('erases only what was thrown away, and only once the count was typed', async () => {
    const listed = (await run('list', 'person')).answer as unknown as {
      records: readonly { id: string; label: string }[];
    };
    const [one, other] = listed.records.map(({ id }) => id) as [string, string];
    expect((await purge([one], 'erase 1')).shown).toContain('Only what lies in the trash');
    expect((await run('trash', one, other)).answer).toEqual({ trashed: [one, other] });
    expect((await run('trash', other, '--back')).answer).toEqual({ restored: [other] });
    expect((await run('trash')).answer).toMatchObject([{ id: one, kind: 'person' }]);

    const refused = await purge([one], 'yes');
    expect(refused.exit).toBe(2);
    expect(refused.shown).toContain('nothing was done');
    expect((await run('show', one)).exit).toBe(0);

    const done = await purge([one], 'erase 1');
    expect(done.exit, done.shown).toBe(0);
    const said = done.shown.replaceAll(/\s+/gu, ' ');
    for (const words of [
      'This erases 1 record for good',
      'It cannot be undone',
      'Backups and copies of the vault made before still hold it',
      'Erased: 1 record. Nothing of it is left in the folder of the vault.',
    ])
      expect(said).toContain(words);
    expect((await run('show', one)).exit).toBe(3);
    expect((await run('show', other)).exit).toBe(0);
    expect((await run('trash')).answer).toEqual([]);
    const log = (await run('log', '--action', 'purge')).answer as unknown as { rows: unknown[] };
    expect(JSON.stringify(log)).toContain(one);
    expect((await run('verify')).exit).toBe(0);
  });

  it('asks at a terminal only, and changes nothing without one', async () => {
    const listed = (await run('list', 'person')).answer as unknown as {
      records: readonly { id: string }[];
    };
    const [{ id } = { id: '' }] = listed.records;
    expect((await run('trash', id)).exit).toBe(0);
    const ran = await rihai(['purge', id, ...opening], { env, input: 'erase 1\n' });
    expect(ran.exit).toBe(2);
    expect((await run('show', id)).exit).toBe(0);
  });
});
