import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { systemClock } from '#core/kernel/ports';
import { deriveHere, openVault } from '#core/vault/index';
import { PROGRAM, rihai, type Ran } from '#tests/fixtures/cli/run';
import { cliVault, jsonLines, PEOPLE, type CliVault } from '#tests/fixtures/cli/vault';

let cli: CliVault;
/** A vault with people and one attachment; tests harm copies of it. */
let filled: string;

beforeAll(async () => {
  cli = await cliVault({ by: 'recovery' });
  const vault = cli.copy();
  filled = vault.dir;
  const people = cli.file('people.jsonl');
  writeFileSync(people, jsonLines(PEOPLE));
  expect((await vault.run(['import', people])).exit).toBe(0);
  const paper = cli.file('paper.txt');
  writeFileSync(paper, 'An invented paper.\n'.repeat(1000));
  expect((await vault.run(['attach', paper])).exit).toBe(0);
});

const codeOf = (ran: Ran): string => (ran.json() as { error: { code: string } }).error.code;

/** Turns one bit of a file around. */
function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  writeFileSync(file, bytes);
}

const blobOf = (dir: string): string => {
  const name = readdirSync(join(dir, 'blobs'), { recursive: true })
    .map(String)
    .find((one) => one.endsWith('.rhb'));
  return join(dir, 'blobs', name!);
};

const documentOf = async (vault: ReturnType<CliVault['copy']>): Promise<string> => {
  const listed = (await vault.run(['list', 'document', '--json'])).json();
  return (listed as { records: readonly { id: string }[] }).records[0]!.id;
};

describe('a secret that does not open', () => {
  it('is called a wrong passphrase only where it is one', async () => {
    const wrong = cli.file('wrong');
    writeFileSync(wrong, 'thimble orbit walnut ferry candle moss\n', { mode: 0o600 });
    const ran = await rihai(['info', '--json', '--vault', filled, '--passphrase-file', wrong]);
    expect([ran.exit, codeOf(ran)]).toEqual([4, 'vault/passphrase']);
    const key = await rihai(['info', '--json', '--vault', filled, '--recovery-file', wrong]);
    expect([key.exit, codeOf(key)]).toEqual([4, 'vault/recovery-key']);
  });

  it('warns of a passphrase file that others can read, and never takes one from elsewhere', async () => {
    const open = cli.file('open');
    writeFileSync(open, `${cli.passphraseText}\n`);
    chmodSync(open, 0o644);
    const ran = await rihai(['info', '--vault', filled, '--passphrase-file', open]);
    expect(ran.exit).toBe(0);
    expect(ran.stderr).toContain('can be read by others');
    const unasked = await rihai(['list', 'person', '--vault', filled, '--json'], {
      env: { RIHAI_PASSPHRASE: cli.passphraseText, PASSPHRASE: cli.passphraseText },
      input: `${cli.passphraseText}\n`,
    });
    expect([unasked.exit, codeOf(unasked)]).toEqual([2, 'usage']);
  });

  it('refuses a passphrase that is easy to guess, and leaves no folder behind', async () => {
    const weak = cli.file('weak');
    writeFileSync(weak, 'password123456\n', { mode: 0o600 });
    const dir = cli.file('never');
    const ran = await rihai([
      'create',
      '--vault',
      dir,
      '--name',
      'Sample',
      '--passphrase-file',
      weak,
      '--json',
    ]);
    expect([ran.exit, codeOf(ran)]).toEqual([4, 'vault/weak-passphrase']);
    expect(existsSync(dir)).toBe(false);
  });

  it('is asked for on the terminal without being shown', async () => {
    const command = `${process.execPath} ${PROGRAM} list person --vault ${filled}`;
    const asked = await onTerminal(command, (screen) =>
      screen.endsWith('Passphrase: ') ? `${cli.passphraseText}x\u007f\r` : undefined,
    );
    expect(asked.screen).toContain('Sample Khayali');
    expect(asked.screen).not.toMatch(/violet|drum/u);
    expect(asked.exit).toBe(0);
  });
});

/** Runs a command on a terminal of its own and types what `answer` gives for what is on the screen. */
function onTerminal(
  command: string,
  answer: (screen: string) => string | undefined,
): Promise<{ screen: string; exit: number | null }> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', command, '/dev/null']);
    let screen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      screen += chunk.toString();
      const typed = answer(screen);
      if (typed !== undefined) child.stdin.write(typed);
    });
    child.on('close', (exit) => {
      resolve({ screen, exit });
    });
  });
}

describe('a vault made on a terminal', () => {
  it('asks twice for the passphrase, and for two groups of the recovery key until they are right', async () => {
    const dir = cli.file('by hand');
    const command = `${process.execPath} ${PROGRAM} create --vault '${dir}' --name Sample --quick-key`;
    let slips = 0;
    const made = await onTerminal(command, (screen) => {
      if (/(?:New passphrase|once more): $/u.test(screen)) return `${cli.passphraseText}\r`;
      const place = /Group (\d) of 9: $/u.exec(screen)?.[1];
      if (place === undefined) return undefined;
      slips += 1;
      if (slips === 1) return 'XXXX\r';
      const key = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}/u.exec(screen)![0];
      return `${key.split('-')[Number(place) - 1]!.toLowerCase()}\r`;
    });
    expect(made.screen).toContain('That is not what was shown');
    expect(made.screen).toContain('Right. Keep the paper');
    expect(made.screen).not.toContain('violet');
    expect([made.exit, slips]).toEqual([0, 3]);
    const opened = await rihai(['info', '--vault', dir, '--passphrase-file', cli.passphrase]);
    expect(opened.exit).toBe(0);
  });
});

describe('a vault that cannot be made or opened', () => {
  it('is never made over something that is there', async () => {
    const ran = await rihai([
      'create',
      '--vault',
      filled,
      '--name',
      'Sample',
      '--json',
      '--passphrase-file',
      cli.passphrase,
    ]);
    expect([ran.exit, codeOf(ran)]).toEqual([3, 'vault/exists']);
  });

  it('is in use while another program has it open', async () => {
    const vault = cli.copy(filled);
    const holder = await openVault({
      dir: vault.dir,
      secret: { type: 'passphrase', bytes: utf8(cli.passphraseText) },
      clock: systemClock,
      deriveKey: deriveHere,
    });
    const ran = await vault.run(['list', 'person', '--json']);
    holder.close();
    expect([ran.exit, codeOf(ran)]).toEqual([6, 'vault/in-use']);
    expect((await vault.run(['list', 'person'])).exit).toBe(0);
  });
});

describe('files to attach', () => {
  it('whose bytes are here are taken in as another document, and it is said as what they are kept', async () => {
    const vault = cli.copy(filled);
    const ran = await vault.run(['attach', cli.file('paper.txt')]);
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.stdout).toMatch(/^already kept as +[0-9a-f]{8}\S* paper$/mu);
  });

  it('are all there, or none is taken in', async () => {
    const vault = cli.copy(filled);
    const ran = await vault.run(['attach', cli.file('paper.txt'), cli.file('gone.txt'), '--json']);
    expect([ran.exit, codeOf(ran)]).toEqual([3, 'input/file']);
    const listed = (await vault.run(['list', 'document', '--json'])).json();
    expect((listed as { records: readonly unknown[] }).records).toHaveLength(1);
  });
});

describe('a vault opened for reading only', () => {
  it('is read as ever, refuses every change and keeps every byte', async () => {
    const vault = cli.copy(filled);
    const file = join(vault.dir, 'main-000001.db');
    const before = readFileSync(file);
    const listed = await vault.run(['list', 'person', '--read-only']);
    expect(listed.exit).toBe(0);
    expect(listed.stdout).toContain('Sample Khayali');
    for (const words of [
      ['import', cli.file('people.jsonl')],
      ['attach', cli.file('paper.txt')],
    ]) {
      const ran = await vault.run([...words, '--read-only', '--json']);
      expect([ran.exit, codeOf(ran)]).toEqual([7, 'vault/read-only']);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(vault.dir).filter((name) => name.includes('-wal'))).toEqual([]);
  });
});

describe('damage', () => {
  it('of one header copy is mended, of both is damage and no wrong passphrase', async () => {
    const vault = cli.copy(filled);
    flip(join(vault.dir, 'vault.rhv'), 40);
    const found = await vault.run(['verify', '--json']);
    expect(found.exit).toBe(5);
    expect(found.json()).toMatchObject({
      isSound: false,
      steps: [{ part: 'header', faults: [{ code: 'vault/header-damaged' }] }, {}, {}, {}, {}, {}],
    });
    expect((await vault.run(['list', 'person'])).exit).toBe(0);
    expect((await vault.run(['verify'])).exit).toBe(0);
    flip(join(vault.dir, 'vault.rhv'), 40);
    flip(join(vault.dir, 'vault.rhv.bak'), 40);
    const lost = await vault.run(['list', 'person', '--json']);
    expect([lost.exit, codeOf(lost)]).toEqual([5, 'vault/header-damaged']);
  });

  it('of a database page is damage, whatever is asked', async () => {
    const vault = cli.copy(filled);
    const file = join(vault.dir, 'main-000001.db');
    flip(file, Math.floor(statSync(file).size / 2));
    const verified = await vault.run(['verify', '--json']);
    expect(verified.exit).toBe(5);
    expect(verified.stdout).toContain('db/damaged');
    truncateSync(file, 8192);
    const cut = await vault.run(['list', 'person', '--json']);
    expect([cut.exit, codeOf(cut)]).toEqual([5, 'db/damaged']);
  });

  it('of an attachment names it, hands out nothing and leaves the rest readable', async () => {
    const vault = cli.copy(filled);
    const document = await documentOf(vault);
    flip(blobOf(vault.dir), -20);
    const verified = await vault.run(['verify', '--json']);
    expect(verified.exit).toBe(5);
    const { steps } = verified.json() as { steps: readonly { part: string; faults: unknown }[] };
    expect(steps.find(({ part }) => part === 'attachments')?.faults).toMatchObject([
      { code: 'blob/damaged', records: [document] },
    ]);
    const out = cli.file('damaged.txt');
    const ran = await vault.run(['extract', document, '--out', out, '--json']);
    expect([ran.exit, codeOf(ran)]).toEqual([5, 'blob/damaged']);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(cli.root).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await vault.run(['list', 'person'])).exit).toBe(0);

    rmSync(blobOf(vault.dir));
    const gone = await vault.run(['extract', document, '--out', out, '--json']);
    expect([gone.exit, codeOf(gone)]).toEqual([5, 'blob/missing']);
    expect((await vault.run(['verify'])).stdout).toContain('gone from the vault folder');
  });
});
