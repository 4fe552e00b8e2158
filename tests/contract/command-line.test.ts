import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#cli/commands/index';
import { PROGRAM, rihai } from '#tests/fixtures/cli/run';

const EXPECTED = [
  'create',
  'info',
  'import',
  'list',
  'show',
  'history',
  'log',
  'undo',
  'trash',
  'purge',
  'search',
  'clocks',
  'today',
  'attach',
  'extract',
  'export',
  'verify',
  'salvage',
  'ready',
  'outside',
  'passphrase',
  'rotate',
  'people list',
  'people add',
  'people remove',
  'recovery rehearse',
  'recovery renew',
  'recovery shares',
  'recovery remove',
  'backup make',
  'backup list',
  'backup verify',
  'backup restore',
  'backup drill',
  'card show',
  'card export',
  'card qr',
  'card add',
  'card verify',
  'card revoke',
  'card list',
  'card group',
  'card seized',
  'card notice',
  'bundle make',
  'bundle show',
  'bundle take',
  'bundle undo',
  'bundle receipt',
  'bundle list',
  'folder add',
  'folder list',
  'folder sync',
  'folder asks',
  'folder move',
  'folder remove',
  'travel make',
  'travel back',
  'travel list',
  'travel end',
  'conflicts',
  'wipe',
];

/** Commands about a folder of backups alone, and those that make the vault they name. */
const OUTSIDE = ['backup list', 'backup verify'];
const MAKING = ['create', 'backup restore'];

/** Words that stand where a command needs some, so that only the vault is missing. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  salvage: ['--to', 'never-written'],
  create: ['--name', 'Sample Vakil'],
  import: ['-'],
  list: ['person'],
  show: ['0197d2a4'],
  history: ['0197d2a4'],
  undo: ['0197d2a4'],
  purge: ['0197d2a4'],
  search: ['sample'],
  attach: ['package.json'],
  extract: ['0197d2a4', '--out', 'never-written'],
  export: ['--case', '0197d2a4', '--out', 'never-written'],
  'people add': ['--name', 'Sample Misali'],
  'people remove': ['2'],
  'backup make': ['--folder', 'never-written'],
  'backup list': ['--folder', 'never-written'],
  'backup verify': ['--folder', 'never-written'],
  'backup restore': ['--folder', 'never-written'],
  'backup drill': ['--folder', 'never-written'],
  'card export': ['--out', 'never-written'],
  'card add': ['package.json'],
  'card verify': ['x', '--by', 'voice', '--digits', '0'],
  'card revoke': ['x'],
  'card group': ['x', '--add', 'y'],
  'card seized': ['x', '--date', '2026-01-01', '--out', 'never-written'],
  'card notice': ['package.json'],
  'bundle make': ['--words', '--out', 'never-written'],
  'bundle show': ['package.json'],
  'bundle take': ['package.json'],
  'bundle undo': ['0197d2a4'],
  'bundle receipt': ['package.json'],
  'folder add': ['never-there', '--group', 'x'],
  'folder move': ['x', 'never-there'],
  'folder remove': ['x'],
  'travel make': ['never-written', '--case', '0197d2a4'],
  'travel end': ['0197d2a4', '--how', 'lost'],
  'travel back': ['never-there'],
};

type Failure = {
  readonly error: {
    readonly code: string;
    readonly exit: number;
    readonly what: string;
    readonly safe: string;
    readonly next: string;
  };
};

describe('the command line', () => {
  it('has every command, and no other', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual(EXPECTED);
  });

  it('says what it is for, with an example, and ends well', async () => {
    const { exit, stdout } = await rihai(['--help']);
    expect(exit).toBe(0);
    for (const name of EXPECTED) expect(stdout).toContain(`\n  ${name.split(' ')[0] ?? ''}`);
    expect(stdout).toContain('Example');
  });

  it('shows its help and calls it a misuse when nothing is asked', async () => {
    const { exit, stdout } = await rihai([]);
    expect(exit).toBe(2);
    expect(stdout).toContain('Usage: rihai');
  });

  it('starts from any folder through the file that npm links', () => {
    const file = join(import.meta.dirname, '../../src/cli/rihai.cjs');
    const ran = spawnSync(process.execPath, [file, '--version'], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    expect([ran.status, ran.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/u)]);
  });

  it('starts without the word lists that only a new passphrase needs, and without the word processor', () => {
    const seen = new Set<string>();
    const look = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const loaded = readFileSync(file, 'utf8').matchAll(
        /(?<!\.then\(\(\) => )(?<!=> )require\("(\.[^"]+\.js)"\)/gu,
      );
      for (const [, name] of loaded) look(join(dirname(file), name ?? ''));
    };
    look(PROGRAM);
    const text = [...seen].map((file) => readFileSync(file, 'utf8')).join('');
    expect(seen.size).toBeGreaterThan(1);
    expect(text).not.toMatch(/ZxcvbnFactory =|class ZxcvbnFactory|wordprocessingml\/2006\/main/u);
    expect(text.length).toBeLessThan(4_000_000);
  });

  it('gives its version', async () => {
    const { exit, stdout } = await rihai(['--version']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('refuses a command that does not exist', async () => {
    const { exit, stdout, stderr } = await rihai(['destroy']);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain("unknown command 'destroy'");
  });

  describe.each(EXPECTED)('%s', (name) => {
    const words = WORDS[name] ?? [];

    it('has --help with an example of itself', async () => {
      const { exit, stdout } = await rihai([...name.split(' '), '--help']);
      expect(exit).toBe(0);
      expect(stdout).toContain('Example');
      expect(stdout).toContain(`$ rihai ${name} `);
      expect(stdout).toContain('--json');
    });

    const vault = OUTSIDE.includes(name) ? [] : ['--vault', 'x'];

    it('refuses an option that does not exist, in words and in JSON', async () => {
      const inWords = await rihai([...name.split(' '), ...words, ...vault, '--nonsense']);
      expect(inWords.exit).toBe(2);
      expect(inWords.stdout).toBe('');
      expect(inWords.stderr).toContain('--nonsense');
      const inJson = await rihai([...name.split(' '), ...words, ...vault, '--nonsense', '--json']);
      expect(inJson.exit).toBe(2);
      expect((inJson.json() as Failure).error).toMatchObject({ code: 'usage', exit: 2 });
    });

    it('refuses to run without being told where', async () => {
      const isOutside = OUTSIDE.includes(name);
      const { exit, stderr } = await rihai([...name.split(' '), ...(isOutside ? [] : words)]);
      expect(exit).toBe(2);
      expect(stderr).toContain(isOutside ? '--folder' : '--vault');
    });
  });

  it('shows how to undo a whole import, and wants that or an action', async () => {
    const { stdout } = await rihai(['undo', '--help']);
    expect(stdout).toMatch(/\$ rihai undo --import [0-9a-f-]+ --vault/u);
    for (const words of [[], ['0197d2a4', '--import', '0197d2a4']]) {
      const ran = await rihai(['undo', ...words, '--vault', 'tests/no-such-vault', '--json']);
      expect([ran.exit, ran.json()]).toMatchObject([2, { error: { code: 'usage' } }]);
    }
  });

  describe.each(EXPECTED.filter((name) => ![...OUTSIDE, ...MAKING].includes(name)))(
    '%s',
    (name) => {
      const words = WORDS[name] ?? [];

      it('says that there is no vault, as one JSON value', async () => {
        const ran = await rihai([
          ...name.split(' '),
          ...words,
          '--vault',
          'tests/no-such-vault',
          '--json',
        ]);
        expect(ran.exit).toBe(3);
        const { error } = ran.json() as Failure;
        expect(error).toMatchObject({ code: 'vault/missing', exit: 3 });
        expect([error.what, error.safe, error.next]).not.toContain('');
      });
    },
  );
});
