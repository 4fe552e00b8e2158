import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { wipeVault } from '#core/vault/index';
import { keepSnapshot, keepSnapshotOfDay } from '#core/vault/snapshot';
import { buildChild } from '#tests/fixtures/built-child';
import { closedVault, copyFolder, newFolder, newVault, open } from './vault-kit';

let child: string;

beforeAll(async () => {
  child = await buildChild(path.join(__dirname, 'wipe-child.ts'));
});

const ATTACHMENTS = 6;

/** A closed vault with attachments and copies from before a take-in, and the folder where this device remembers it. */
async function filledVault(): Promise<{ readonly dir: string; readonly anchors: string }> {
  const anchors = path.join(newFolder(), 'anchors');
  const { vault } = await newVault({ anchors: { dir: anchors } });
  for (let n = 0; n < ATTACHMENTS; n += 1) {
    const bytes = vault.random.bytes(5_000);
    await vault.blobs.put(
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
      bytes.length,
    );
  }
  keepSnapshot(vault);
  keepSnapshotOfDay(vault);
  vault.close();
  return { dir: vault.dir, anchors };
}

type Run = { readonly dir: string; readonly anchors: string };
type Said = { readonly code?: string; readonly isWhole?: boolean; readonly taken?: number };

/** Wipes in a process of its own; undefined where that was killed. */
function wipeThere({ dir, anchors }: Run, at = 0, when = 'before'): Said | undefined {
  const ran = spawnSync(process.execPath, [child, dir, anchors, String(at), when], {
    encoding: 'utf8',
  });
  if (ran.signal === 'SIGKILL') return undefined;
  return JSON.parse(ran.stdout) as Said;
}

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
};

/** All that is below a folder, without going through links. */
const filesIn = (dir: string, below = ''): readonly string[] =>
  fs
    .readdirSync(path.join(dir, below), { withFileTypes: true })
    .flatMap((one) => {
      const name = path.join(below, one.name);
      return one.isDirectory() ? [name, ...filesIn(dir, name)] : [name];
    })
    .toSorted();

describe('wiping a vault', () => {
  test('takes away the folder, all in it, and what this device remembers of it', async () => {
    const { dir, anchors } = await filledVault();
    expect(fs.readdirSync(anchors)).toHaveLength(1);
    expect(await wipeVault({ dir, anchors: { dir: anchors } })).toEqual({ isWhole: true, left: 0 });
    expect(fs.existsSync(dir)).toBe(false);
    expect(fs.readdirSync(anchors)).toEqual([]);
    expect(await codeOf(() => wipeVault({ dir }))).toBe('vault/missing');
  });

  test('writes over the headers before it takes their names away, also where they have another name', async () => {
    const { dir } = await filledVault();
    const before = fs.readFileSync(path.join(dir, 'vault.rhv'));
    const other = path.join(newFolder(), 'other-name');
    fs.linkSync(path.join(dir, 'vault.rhv'), other);
    await wipeVault({ dir });
    const after = fs.readFileSync(other);
    expect(after).toHaveLength(before.length);
    expect(after.equals(before)).toBe(false);
    expect(after.includes('RIHAI-VAULT')).toBe(false);
  });

  test('killed at any name it takes away: either it opens, or nothing opens it and another run ends it', async () => {
    const made = await filledVault();
    const whole = { dir: copyFolder(made.dir), anchors: path.join(newFolder(), 'anchors') };
    fs.cpSync(made.anchors, whole.anchors, { recursive: true });
    const taken = wipeThere(whole)?.taken ?? 0;
    // Anchor, two headers, attachments, two copies from before, database.
    expect(taken).toBeGreaterThanOrEqual(1 + 2 + ATTACHMENTS + 2 + 1);
    for (let at = 1; at <= taken; at += 1) {
      for (const when of ['before', 'after']) {
        const one = { dir: copyFolder(made.dir), anchors: path.join(newFolder(), 'anchors') };
        fs.cpSync(made.anchors, one.anchors, { recursive: true });
        expect(wipeThere(one, at, when), `${when} ${String(at)}`).toBeUndefined();
        const sound = ['vault.rhv', 'vault.rhv.bak'].filter((name) => {
          const file = path.join(one.dir, name);
          return fs.existsSync(file) && fs.readFileSync(file).includes('RIHAI-VAULT');
        });
        const code = await codeOf(async () => {
          (await open(one.dir, { readOnly: true })).close();
        });
        expect(code, `${when} ${String(at)}`).toBe(
          sound.length > 0
            ? 'none'
            : fs.existsSync(path.join(one.dir, 'vault.rhv.bak'))
              ? 'vault/header-damaged'
              : 'vault/missing',
        );
        const again = await codeOf(() =>
          wipeVault({ dir: one.dir, anchors: { dir: one.anchors } }),
        );
        // The last name was gone: an empty folder is no vault any more.
        const isOver = at === taken && when === 'after';
        expect(again, `${when} ${String(at)}`).toBe(isOver ? 'vault/missing' : 'none');
        if (!isOver) expect(fs.existsSync(one.dir)).toBe(false);
        expect(fs.readdirSync(one.anchors)).toEqual([]);
      }
    }
  });

  test('refuses what another process has open, and destroys nothing', async () => {
    const { vault } = await newVault();
    try {
      const run = { dir: vault.dir, anchors: newFolder() };
      expect(wipeThere(run)).toEqual({ code: 'vault/in-use' });
      expect(await codeOf(() => wipeVault({ dir: vault.dir }))).toBe('vault/in-use');
      vault.audit.append('sample', 'goes on');
    } finally {
      vault.close();
    }
    (await open(vault.dir)).close();
  });

  test('refuses folders that hold no vault, and leaves them as they are', async () => {
    const folder = newFolder();
    const put = (name: string, text = 'Sample'): void => {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    };
    expect(await codeOf(() => wipeVault({ dir: path.join(folder, 'none') }))).toBe('vault/missing');
    expect(await codeOf(() => wipeVault({ dir: folder }))).toBe('vault/missing');
    put('letter.txt');
    put('blobs/ab/sample.rhb');
    expect(await codeOf(() => wipeVault({ dir: folder }))).toBe('vault/missing');
    // Called like a header, and like a database, and still no vault.
    put('vault.rhv');
    expect(await codeOf(() => wipeVault({ dir: folder }))).toBe('vault/missing');
    fs.rmSync(path.join(folder, 'vault.rhv'));
    put('main-000001.db');
    expect(await codeOf(() => wipeVault({ dir: folder }))).toBe('vault/missing');
    expect(await codeOf(() => wipeVault({ dir: path.join(folder, 'letter.txt') }))).toBe(
      'vault/missing',
    );
    expect(filesIn(folder)).toEqual(
      ['blobs', 'blobs/ab', 'blobs/ab/sample.rhb', 'letter.txt', 'main-000001.db'].toSorted(),
    );
  });

  test('follows no link out of the vault, and leaves foreign files where they are', async () => {
    const { dir } = await filledVault();
    const outside = newFolder();
    const name = `${'a'.repeat(52)}.rhb`;
    fs.mkdirSync(path.join(outside, 'aa'));
    for (const file of ['sample.part', 'sample.db', `aa/${name}`])
      fs.writeFileSync(path.join(outside, file), 'Sample');
    fs.symlinkSync(path.join(outside, 'sample.part'), path.join(dir, 'staging', 'linked.part'));
    fs.symlinkSync(path.join(outside, 'sample.db'), path.join(dir, 'old-000009.db'));
    fs.symlinkSync(path.join(outside, 'aa'), path.join(dir, 'blobs', '77'));
    fs.writeFileSync(path.join(dir, 'note.txt'), 'Sample');
    expect(await wipeVault({ dir })).toEqual({ isWhole: false, left: 6 });
    expect(filesIn(dir)).toEqual(
      [
        'blobs',
        'blobs/77',
        'note.txt',
        'old-000009.db',
        'staging',
        'staging/linked.part',
      ].toSorted(),
    );
    expect(filesIn(outside)).toEqual(['aa', `aa/${name}`, 'sample.db', 'sample.part'].toSorted());
  });

  test('refuses a header that is a link', async () => {
    const dir = copyFolder((await closedVault()).dir);
    const real = path.join(newFolder(), 'real.rhv');
    fs.renameSync(path.join(dir, 'vault.rhv'), real);
    fs.symlinkSync(real, path.join(dir, 'vault.rhv'));
    const before = fs.readFileSync(real);
    expect(await codeOf(() => wipeVault({ dir }))).toBe('wipe/link');
    expect(fs.readFileSync(real).equals(before)).toBe(true);
    (await open(dir, { readOnly: true })).close();
  });
});
