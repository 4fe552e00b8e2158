import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cliVault, type CliVault } from '#tests/fixtures/cli/vault';

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/guide.md'), 'utf8');
/** The lists of the guide, each with the name that stands last before it. */
const LISTS = [...GUIDE.matchAll(/`([a-z-]+\.jsonl)`[^`]*```json\n([^`]+)```/gu)].map(
  ([, name = '', text = '']) => ({ name, text }),
);
/** Every command of the guide, as words; the first makes the vault. */
const COMMANDS = [...GUIDE.matchAll(/^npx rihai (.+) --vault \.\/office(?!-)(.*)$/gmu)].map(
  ([, before = '', after = '']) => `${before}${after}`.split(' '),
);

let vault: ReturnType<CliVault['copy']>;
let cli: CliVault;

beforeAll(async () => {
  cli = await cliVault({ by: 'recovery' });
  vault = cli.copy();
  for (const { name, text } of LISTS) writeFileSync(cli.file(name), text);
  writeFileSync(cli.file('order.pdf'), 'An invented paper.');
  // The copy is new to this machine, which says so once.
  await vault.run(['list', 'cases']);
});

describe('the guide', () => {
  it('has commands and lists that work as they stand, in this order', async () => {
    expect(LISTS.map(({ name }) => name)).toEqual([
      'first-list.jsonl',
      'remand.jsonl',
      'adjourned.jsonl',
    ]);
    const ids = new Map<string, string>();
    const inFolder = (word: string): string =>
      /\.(?:jsonl|docx|pdf)$|^\/media\/|^\.\/office-/u.test(word)
        ? cli.file(basename(word))
        : (ids.get(word) ?? word);
    for (const words of COMMANDS.slice(1)) {
      const ran = await vault.run([...words.map(inFolder), '--json'], { input: 'khayali' });
      // The stick of the test is a folder of the same disk.
      const said = ran.stderr.replace(/^Warning: the backup lies on the same disk.*\n/u, '');
      expect([words, ran.exit, said]).toEqual([words, 0, '']);
      const found = (name: string, word: string): void => {
        const id = new RegExp(`"${name}":"([^"]+)"`, 'u').exec(ran.stdout)?.[1];
        if (id !== undefined) ids.set(word, id);
      };
      if (words[1] === 'cases') found('id', 'CASE');
      if (words[0] === 'import') found('import', 'IMPORT');
      if (words[0] === 'attach') found('id', 'DOCUMENT');
      if (['history', 'undo'].includes(words[0] ?? '')) found('action', 'ACTION');
      // What was taken back for the sake of showing is brought back.
      if (words[0] === 'undo') await vault.run(['undo', ids.get('ACTION') ?? '']);
    }
    expect(COMMANDS.map(([name]) => name)).toContain('verify');
  });

  it('tells a story that the day shows: the next date, and a remand that lapsed', async () => {
    const { stdout } = await vault.run(['today', '--date', '2026-04-21']);
    expect(stdout).toMatch(/09:30 +Judicial Magistrate/u);
    expect(stdout).toMatch(/PASSED +Sample Khayali/u);
    const broken = await vault.run(['clocks', '--all', '--json']);
    expect(broken.stdout).toContain('"state":"met"');
  });
});
