import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { utf8 } from '#core/kernel/bytes';
import { deriveHere, deriveInProcess } from '#core/vault/index';
import { buildChild } from '#tests/fixtures/built-child';
import {
  CHEAP,
  codeOf,
  copyFolder,
  copyOfVault,
  filesOf,
  newFolder,
  newVault,
  open,
  PASSPHRASE,
  snapshot,
} from './vault-kit';

let child: string;

beforeAll(async () => {
  child = await buildChild(path.join(__dirname, 'vault-child.ts'));
});

type Said = Readonly<Record<string, unknown>>;

/** Starts the second process; answers what it says first. */
function start(
  dir: string,
  task: string,
  before: readonly string[] = [],
): Promise<{ readonly said: Said; readonly process: ChildProcess }> {
  const [command, ...args] = [...before, process.execPath, child, dir, PASSPHRASE, task] as const;
  const started = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let [out, err] = ['', ''];
    started.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    started.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      const line = /^(.*)\n/u.exec(out)?.[1];
      if (line !== undefined) resolve({ said: JSON.parse(line) as Said, process: started });
    });
    started.on('exit', (code) => {
      reject(new Error(`ended with ${code}: ${err}`));
    });
  });
}

const killed = (running: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => {
    running.on('exit', resolve);
    running.kill('SIGKILL');
  });

describe('a second process', () => {
  test('is told that the vault is in use, for writing and for reading, and changes nothing', async () => {
    const { vault } = await newVault();
    // Reading the database's file in the process that holds it would give up its locks.
    const before = fs.readdirSync(vault.dir);
    expect((await start(vault.dir, 'open')).said).toEqual({ code: 'vault/in-use' });
    expect((await start(vault.dir, 'read')).said).toEqual({ code: 'vault/in-use' });
    expect(fs.readdirSync(vault.dir)).toEqual(before);
    expect(vault.verifyPages()).toBeGreaterThan(10);
    for (const readOnly of [false, true]) {
      expect(await codeOf(open(vault.dir, { readOnly }))).toBe('vault/in-use');
    }
    expect((await start(vault.dir, 'open')).said).toEqual({ code: 'vault/in-use' });
    vault.audit.append('sample', 'still ours');
    vault.close();
    expect((await start(vault.dir, 'open')).said).toMatchObject({ isReadOnly: false, rows: 3 });
  });

  test('that holds the vault keeps this one out, and leaves its rows when it is killed', async () => {
    const dir = await copyOfVault();
    const { said, process: running } = await start(dir, 'hold');
    expect(said).toEqual({ rows: 22 });
    expect(await codeOf(open(dir))).toBe('vault/in-use');
    expect(await codeOf(open(dir, { readOnly: true }))).toBe('vault/in-use');
    await killed(running);
    expect(fs.statSync(path.join(dir, 'main-000001.db-wal')).size).toBeGreaterThan(0);

    const left = snapshot(dir);
    const temporary = new Set(fs.readdirSync(os.tmpdir()));
    const reader = await open(dir, { readOnly: true });
    expect(reader.audit.verify()).toBe(22);
    const ours = fs.readdirSync(os.tmpdir()).filter((name) => !temporary.has(name));
    const copies = ours.filter((name) => name.startsWith('rihai-'));
    expect(copies).toHaveLength(1);
    expect(fs.statSync(path.join(os.tmpdir(), copies[0]!)).mode & 0o077).toBe(0);
    reader.close();
    expect(fs.existsSync(path.join(os.tmpdir(), copies[0]!))).toBe(false);
    expect(snapshot(dir)).toEqual(left);

    const writer = await open(dir);
    expect(writer.audit.verify()).toBe(23);
    expect(writer.verifyPages()).toBeGreaterThan(10);
    expect(fs.readdirSync(dir).filter((name) => name.endsWith('-shm'))).toEqual([]);
    writer.close();
  });
});

describe.skipIf(process.platform === 'win32')('a medium that cannot be written', () => {
  /** As root nothing is unwritable, so the other process runs without root's powers over files. */
  const powerless =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--'] : [];

  function makeReadOnly(dir: string): void {
    for (const file of filesOf(dir)) fs.chmodSync(file, 0o444);
    const folders = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
    for (const entry of folders.filter((found) => found.isDirectory())) {
      fs.chmodSync(path.join(entry.parentPath, entry.name), 0o555);
    }
    fs.chmodSync(dir, 0o555);
  }

  test('opens for reading, since a locked vault leaves nothing beside its database', async () => {
    const dir = await copyOfVault();
    expect(fs.readdirSync(dir).sort()).toEqual([
      ...['blobs', 'main-000001.db', 'staging', 'vault.rhv', 'vault.rhv.bak'],
    ]);
    makeReadOnly(dir);
    const { said } = await start(dir, 'open', powerless);
    expect(said).toMatchObject({ isReadOnly: true, rows: 1 });
    fs.chmodSync(dir, 0o755);
  });

  test('opens for reading with writes left over from a crash', async () => {
    const from = await copyOfVault();
    const { process: running } = await start(from, 'hold');
    await killed(running);
    const dir = copyFolder(from);
    makeReadOnly(dir);
    const before = snapshot(dir);
    const { said } = await start(dir, 'open', powerless);
    expect(said).toMatchObject({ isReadOnly: true, rows: 22 });
    expect(snapshot(dir)).toEqual(before);
    fs.chmodSync(dir, 0o755);
  });

  test('that lost the writes left over still opens for what is there', async () => {
    const from = await copyOfVault();
    const { process: running } = await start(from, 'hold');
    await killed(running);
    const dir = copyFolder(from);
    fs.rmSync(path.join(dir, 'main-000001.db-wal'));
    makeReadOnly(dir);
    const { said } = await start(dir, 'open', powerless);
    expect(said).toMatchObject({ isReadOnly: true });
    fs.chmodSync(dir, 0o755);
  });
});

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  test('is named, whatever was being written, and loses nothing that was committed', async () => {
    const disk = newFolder();
    const script =
      'mount -t tmpfs -o size=3m tmpfs "$1" && cp -r "$2" "$1/vault" && shift 2 && "$@"';
    const isRoot = process.getuid?.() === 0;
    const inside = ['unshare', isRoot ? '-m' : '-rm', 'sh', '-c', script, 'sh'];
    const vault = path.join(disk, 'vault');
    const { said } = await start(vault, 'fill', [...inside, disk, await copyOfVault()]);
    expect(said).toEqual({
      blob: 'disk/full',
      staged: 0,
      database: 'disk/full',
      header: 'disk/full',
      areAllThere: true,
    });
  });
});

describe('the kdf process', () => {
  const worker = path.resolve('src/worker/kdf.ts');
  const input = { passphrase: utf8('sample'), salt: new Uint8Array(16).fill(5), ...CHEAP };

  test('derives the same key as this process', async () => {
    expect(await deriveInProcess(worker)(input)).toEqual(await deriveHere(input));
  });

  test('makes and opens a vault', async () => {
    const { vault } = await newVault({ deriveKey: deriveInProcess(worker) });
    vault.close();
    (await open(vault.dir, { deriveKey: deriveInProcess(worker) })).close();
  });

  test('that fails, ends early or cannot start is said to have failed', async () => {
    const short = { ...input, salt: new Uint8Array(3) };
    expect(await codeOf(deriveInProcess(worker)(short))).toBe('kdf/process');
    const huge = { ...input, mKib: 3 * 1024 * 1024 };
    expect(await codeOf(deriveInProcess(worker)(huge))).toBe('kdf/memory');
    const dir = newFolder();
    const early = path.join(dir, 'early.cjs');
    fs.writeFileSync(early, 'process.exit(3)');
    for (const file of [early, path.join(dir, 'none.cjs')]) {
      expect(await codeOf(deriveInProcess(file)(input))).toBe('kdf/process');
    }
    const hungry = path.join(dir, 'hungry.cjs');
    fs.writeFileSync(hungry, 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);');
    expect(await codeOf(deriveInProcess(hungry)(input))).toBe('kdf/memory');
  });
});
