import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';

let cli: CliVault;

beforeAll(async () => {
  cli = await cliVault({ by: 'recovery' });
});

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'person',
    id: `p${index}`,
    names: [{ text: `Sample Khayali ${index}` }],
  }));

type Batch = { readonly committed: number; readonly ids: readonly string[] };

const personCount = async (vault: ReturnType<CliVault['copy']>): Promise<number> => {
  const { records } = (
    await vault.run(['list', 'person', '--limit', '100000', '--json'])
  ).json() as {
    records: readonly unknown[];
  };
  return records.length;
};

describe('an import on the command line', () => {
  it('that has faults writes nothing and names each with file, line and field', async () => {
    const vault = cli.copy();
    const good = cli.file('good.jsonl');
    const bad = cli.file('bad.jsonl');
    writeFileSync(good, jsonLines(PEOPLE));
    writeFileSync(bad, `{"kind":"person","id":"q1","bornOn":"2025-02-30"}\n{"kind":\n`);
    const ran = await vault.run(['import', good, bad, '--json']);
    expect(ran.exit).toBe(3);
    expect(ran.json()).toMatchObject({
      error: { code: 'input/rejected', exit: 3 },
      faults: [
        { file: bad, line: 1, field: 'bornOn.edtf', code: 'not-a-date' },
        { file: bad, line: 2, code: 'not-json' },
      ],
    });
    const inWords = await vault.run(['import', good, bad]);
    expect(inWords.exit).toBe(3);
    expect(inWords.stdout).toBe('');
    expect(inWords.stderr).toContain(`${bad}:1: bornOn.edtf is not a date that exists`);
    expect(await personCount(vault)).toBe(0);
  });

  it('answers a line for each batch, and only checks where that is asked', async () => {
    const vault = cli.copy();
    const file = cli.file('many.jsonl');
    writeFileSync(file, jsonLines(people(1200)));
    const checked = await vault.run(['import', file, '--check', '--json']);
    expect(checked.json()).toEqual({ records: 1200, faults: [] });
    expect(await personCount(vault)).toBe(0);
    const ran = await vault.run(['import', file]);
    expect((ran.lines() as Batch[]).map(({ committed }) => committed)).toEqual([500, 500, 200]);
    expect(ran.stderr).toContain('1,200 records written');
  });

  it('reads standard input', async () => {
    const vault = cli.copy();
    const ran = await vault.run(['import', '-'], { input: jsonLines(PEOPLE) });
    expect(ran.lines()).toMatchObject([{ committed: PEOPLE.length }]);
  });

  it('keeps every record it has acknowledged when it is killed, and goes on without doubles', async () => {
    const vault = cli.copy();
    const file = cli.file('long.jsonl');
    writeFileSync(file, jsonLines(people(6000)));
    const acknowledged = await new Promise<Batch[]>((resolve) => {
      const child = spawn(process.execPath, [PROGRAM, 'import', file, ...vault.opened]);
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.split('\n').length > 3) child.kill('SIGKILL');
      });
      child.on('close', () => {
        resolve(
          out
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line) as Batch),
        );
      });
    });
    const kept = acknowledged.reduce((sum, batch) => sum + batch.committed, 0);
    const before = await personCount(vault);
    expect(before).toBeGreaterThanOrEqual(kept);
    expect(before).toBeLessThan(6000);
    const last = acknowledged.at(-1)!.ids.at(-1)!;
    expect((await vault.run(['show', last])).exit).toBe(0);

    const rest = await vault.run(['import', file, '--json']);
    expect(rest.lines().at(-1)).toEqual({
      total: { committed: 6000 - before, unchanged: before },
    });
    expect(await personCount(vault)).toBe(6000);
    expect((await vault.run(['verify'])).exit).toBe(0);
  });

  it('brings a register up to date under a namespace, and leaves the rest alone', async () => {
    const vault = cli.copy();
    const import_ = async (records: readonly unknown[]): Promise<unknown> =>
      (
        await vault.run(['import', '-', '--namespace', 'office', '--json'], {
          input: jsonLines(records),
        })
      )
        .lines()
        .at(-1);
    expect(await import_(people(3))).toEqual({ total: { committed: 3, unchanged: 0 } });
    const next = people(4).map((one, index) => (index === 1 ? { ...one, sex: 'female' } : one));
    expect(await import_(next)).toEqual({ total: { committed: 2, unchanged: 2 } });
    expect(await personCount(vault)).toBe(4);
  });

  it('reads a file far larger than the memory it may use', async () => {
    const vault = cli.copy();
    const file = cli.file('large.jsonl');
    const note = 'Words of no meaning. '.repeat(900);
    writeFileSync(file, jsonLines(people(4000).map((one) => ({ ...one, notes: note }))));
    const ran = await rihai(['import', file, '--check', '--json', ...vault.opened], {
      env: { NODE_OPTIONS: '--max-old-space-size=48' },
    });
    expect(ran.json()).toEqual({ records: 4000, faults: [] });
  });

  it('refuses a file that is not there, and one named twice', async () => {
    const vault = cli.copy();
    const gone = await vault.run(['import', cli.file('gone.jsonl'), '--json']);
    expect(gone.json()).toMatchObject({ error: { code: 'input/file', exit: 3 } });
    const twice = await vault.run(['import', '-', '-', '--json']);
    expect(twice.json()).toMatchObject({ error: { code: 'usage', exit: 2 } });
  });
});
