import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { cliVault, jsonLines, type CliVault } from '#tests/fixtures/cli/vault';

let cli: CliVault;

beforeAll(async () => {
  cli = await cliVault({ by: 'recovery' });
});

type Vault = ReturnType<CliVault['copy']>;
type Batch = { readonly committed: number; readonly ids: readonly string[]; import: string };
type Listed = { readonly records: readonly { readonly id: string }[] };

const people = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'person',
    id: `p${index}`,
    names: [
      {
        id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        value: { text: `Sample Khayali ${index}` },
      },
    ],
    ...more,
  }));

const importPeople = async (vault: Vault, records: readonly unknown[]) => {
  const ran = await vault.run(['import', '-', '--namespace', 'office'], {
    input: jsonLines(records),
  });
  expect(ran.exit).toBe(0);
  return { ran, batches: ran.lines() as Batch[] };
};

const idsIn = async (vault: Vault): Promise<readonly string[]> => {
  const listed = await vault.run(['list', 'person', '--limit', '100000', '--json']);
  return (listed.json() as Listed).records.map(({ id }) => id);
};

describe('an import on the command line', () => {
  it('has one id for all its batches and files, said in its answers and in the history', async () => {
    const vault = cli.copy();
    const [one, two] = [cli.file('one.jsonl'), cli.file('two.jsonl')];
    writeFileSync(one, jsonLines(people(600)));
    writeFileSync(two, jsonLines(people(2, { notes: 'Of another file.' })));
    const ran = await vault.run(['import', one, two]);
    const batches = ran.lines() as Batch[];
    const [id] = batches.map((batch) => batch.import);
    expect(batches).toEqual(
      [500, 100, 2].map((committed, index) => ({
        committed,
        ids: batches[index]!.ids,
        import: id,
      })),
    );
    expect(ran.stderr).toContain(`rihai undo --import ${id!}`);
    const first = batches[0]!.ids[0]!;
    const told = await vault.run(['history', first, '--json']);
    expect(told.json()).toMatchObject({
      entries: [{ origin: { type: 'file', import: id, row: 1 } }],
    });
    const shown = await vault.run(['history', first]);
    expect(shown.stdout.replaceAll(/\s+/gu, ' ')).toContain(id!.slice(0, 8));
    expect((await importPeople(vault, [])).ran.stderr).not.toContain('--import');
  });

  it('is taken back whole by the first characters of its id, and brought back', async () => {
    const vault = cli.copy();
    await importPeople(vault, people(3, { sex: 'male' }));
    const { batches } = await importPeople(vault, people(700, { sex: 'female' }));
    const known = batches[0]!.ids[0]!;
    const undone = await vault.run(['undo', '--import', batches[0]!.import.slice(0, -4), '--json']);
    expect(undone.exit).toBe(0);
    const done = undone.json() as { action: string; changes: number; records: string[] };
    expect([done.changes, done.records.length]).toEqual([700, 700]);
    expect(await idsIn(vault)).toHaveLength(3);
    expect((await vault.run(['show', known, '--json'])).json()).toMatchObject({
      fields: { sex: 'male' },
    });
    expect((await vault.run(['undo', done.action])).stdout).toContain('700 changes in 700 records');
    expect(await idsIn(vault)).toHaveLength(700);
    expect((await vault.run(['verify'])).exit).toBe(0);
  });

  it('is not taken back where somebody has worked on it since', async () => {
    const vault = cli.copy();
    const { batches } = await importPeople(vault, people(3));
    const person = batches[0]!.ids[1]!;
    await vault.run(['import', '-'], {
      input: jsonLines([{ kind: 'person', id: person, occupation: 'Invented work' }]),
    });
    const refused = await vault.run(['undo', '--import', batches[0]!.import, '--json']);
    expect([refused.exit, refused.json()]).toMatchObject([
      3,
      {
        error: {
          code: 'input/undo',
          params: { reason: 'later-changes', changes: 1, records: 1, in: person },
        },
      },
    ]);
    const inWords = await vault.run(['undo', '--import', batches[0]!.import]);
    expect(inWords.stderr).toContain(person);
    expect(await idsIn(vault)).toHaveLength(3);
  });

  it('that was killed is taken back as far as it came, apart from the run that went on', async () => {
    const vault = cli.copy();
    const file = cli.file('long.jsonl');
    writeFileSync(file, jsonLines(people(6000)));
    const [cut] = await new Promise<Batch[]>((resolve) => {
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
    const before = await idsIn(vault);
    expect(before.length).toBeLessThan(6000);
    const rest = (await vault.run(['import', file])).lines() as Batch[];
    expect(rest[0]!.import).not.toBe(cut!.import);
    const undone = await vault.run(['undo', '--import', cut!.import, '--json']);
    expect((undone.json() as { changes: number }).changes).toBe(before.length);
    expect((await idsIn(vault)).length).toBe(6000 - before.length);
  });

  it('is named or an action is: one of them, and one that exists', async () => {
    const vault = cli.copy();
    const { batches } = await importPeople(vault, people(1));
    await importPeople(vault, people(2));
    const codeOf = async (words: readonly string[]): Promise<unknown> =>
      ((await vault.run(['undo', ...words, '--json'])).json() as { error: { code: unknown } }).error
        .code;
    const id = batches[0]!.import;
    expect(await codeOf([])).toBe('usage');
    expect(await codeOf(['0197d2a4', '--import', id])).toBe('usage');
    expect(await codeOf(['--import', 'ffffffff'])).toBe('input/not-found');
    // Ids made within the same minutes begin alike.
    expect(await codeOf(['--import', id.slice(0, 6)])).toBe('input/ambiguous');
    expect(await idsIn(vault)).toHaveLength(2);
  });
});
