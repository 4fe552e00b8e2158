import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { PROGRAM } from '#tests/fixtures/cli/run';
import { copyOfVault, newFolder, newVault, PASSPHRASE } from '#tests/integration/vault-kit';
import { peopleLines, withCaseFile } from './kit';

/** More than a disk of 5 MiB can hold. */
const PEOPLE = 4_000;

type OnSmallDisk = {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The vault as the small disk held it, copied out. */
  readonly dir: string;
};

/**
 * Runs a command on a copy of a vault that lies on a disk of a few MiB: a tmpfs
 * in a mount namespace of its own, so that nothing of it stays behind.
 */
async function onSmallDisk(
  sizeMib: number,
  args: readonly string[],
  inputs: Readonly<Record<string, Buffer>>,
  from?: () => Promise<string>,
): Promise<OnSmallDisk> {
  const work = newFolder();
  const source = await (from ?? copyOfVault)();
  for (const [name, bytes] of Object.entries(inputs))
    fs.writeFileSync(path.join(work, name), bytes);
  fs.writeFileSync(path.join(work, 'passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  fs.mkdirSync(path.join(work, 'small'));
  const script = [
    'set -e',
    `mount -t tmpfs -o size=${String(sizeMib)}m tmpfs small`,
    `cp -a "${source}" small/vault`,
    'set +e',
    `"${process.execPath}" "${PROGRAM}" ${args.join(' ')} --vault small/vault --passphrase-file passphrase > stdout 2> stderr`,
    'echo $? > exit',
    'cp -a small/vault vault',
  ].join('\n');
  const root = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const ran = spawnSync('unshare', ['--mount', ...root, 'sh', '-c', script], {
    env: { ...process.env, XDG_CONFIG_HOME: newFolder() },
    cwd: work,
    encoding: 'utf8',
  });
  expect(ran.status, ran.stderr).toBe(0);
  const read = (name: string): string => fs.readFileSync(path.join(work, name), 'utf8');
  return {
    exit: Number(read('exit')),
    stdout: read('stdout'),
    stderr: read('stderr'),
    dir: path.join(work, 'vault'),
  };
}

describe('a full disk', () => {
  it('refuses to bring an older vault up, and leaves it as it was', async () => {
    const older = async (): Promise<string> => {
      const { vault } = await newVault({ schema: 40 });
      const insert = vault.db.prepare('INSERT INTO secret (name, value) VALUES (?, ?)');
      for (let n = 0; n < 40; n += 1) insert.run(`row-${String(n)}`, vault.random.bytes(100_000));
      vault.close();
      return vault.dir;
    };
    const { exit, stdout, dir } = await onSmallDisk(6, ['list', 'cases', '--json'], {}, older);
    expect([exit, JSON.parse(stdout)]).toMatchObject([7, { error: { code: 'disk/full' } }]);
    const mains = (): readonly string[] =>
      fs.readdirSync(dir).filter((name) => name.includes('.db'));
    expect(mains().filter((name) => name.startsWith('main-000002'))).toEqual([]);
    await withCaseFile(dir, (file) => {
      const rows = file.vault.db.prepare("SELECT 1 FROM secret WHERE name LIKE 'row-%'").all();
      expect(rows).toHaveLength(40);
    });
    expect(mains()).toEqual(['main-000002.db', 'old-000040.db']);
  });

  it('stops an import with its own code and loses nothing it acknowledged', async () => {
    const lines = Buffer.from(peopleLines(PEOPLE));
    const { exit, stdout, stderr, dir } = await onSmallDisk(
      5,
      ['import', 'people.jsonl', '--json'],
      {
        'people.jsonl': lines,
      },
    );
    expect(exit, stderr).toBe(7);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const error = rows.at(-1)?.['error'] as { readonly code: string } | undefined;
    expect(error?.code).toBe('disk/full');
    const ids = rows.flatMap((row) => (row['ids'] as readonly RecordId[] | undefined) ?? []);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThan(PEOPLE);
    await withCaseFile(dir, async (file) => {
      expect(ids.filter((id) => !file.records.get(id))).toEqual([]);
      expect((await file.verify(() => undefined)).isSound).toBe(true);
    });
  });

  it('stops an attachment with its own code and leaves nothing of it behind', async () => {
    const { exit, stderr, dir } = await onSmallDisk(12, ['attach', 'scan.bin'], {
      'scan.bin': Buffer.alloc(32 * 1024 * 1024, 7),
    });
    expect(exit, stderr).toBe(7);
    expect(stderr).toContain('disk');
    await withCaseFile(dir, async (file) => {
      expect(file.records.all('document')).toEqual([]);
      expect((await file.verify(() => undefined)).isSound).toBe(true);
    });
    expect(fs.readdirSync(path.join(dir, 'staging'))).toEqual([]);
  });
});
