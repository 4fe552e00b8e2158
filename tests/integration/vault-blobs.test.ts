import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex } from '#core/kernel/bytes';
import type { OpenVault } from '#core/vault/ports';
import { hash } from '#core/vault/sodium';
import {
  codeOf,
  collect,
  copyFolder,
  copyOfVault,
  filesOf,
  newVault,
  open,
  streamOf,
} from './vault-kit';

const blobFiles = (vault: OpenVault): string[] =>
  filesOf(vault.dir).filter((file) => file.endsWith('.rhb'));
const staged = (vault: OpenVault): string[] => fs.readdirSync(path.join(vault.dir, 'staging'));

/** Lets a record name an attachment, as the change log would. */
function name(vault: OpenVault, blob: string): void {
  vault.db
    .prepare('INSERT INTO document (rec, blob) VALUES ((SELECT count(*) FROM document) + 1, ?)')
    .run(blob);
}

describe('an attachment', () => {
  test('of any size comes back as it was', async () => {
    const vault = await open(await copyOfVault());
    for (const size of [0, 1, 4087, 4088, 4089, 65_527, 65_528, 65_529, 131_064, 1_000_003]) {
      const data = Buffer.alloc(size, `sample ${size}`);
      const halves = [data.subarray(0, size >> 1), data.subarray(size >> 1)];
      const stored = await vault.blobs.put(streamOf(...halves), size);
      expect(stored.sizeBytes).toBe(size);
      expect(stored.sha256).toBe(createHash('sha256').update(data).digest('hex'));
      expect(toHex(await collect(vault.blobs.read(stored.name)))).toBe(toHex(data));
      expect(await vault.blobs.verify(stored.name)).toEqual(stored);
    }
    expect(vault.blobs.names()).toHaveLength(10);
    vault.close();
  });

  test('is kept once, however often it is attached', async () => {
    const vault = await open(await copyOfVault());
    const data = Buffer.from('sample letter');
    const first = await vault.blobs.put(streamOf(data), data.length);
    expect(await vault.blobs.put(streamOf(data), data.length)).toEqual(first);
    expect(blobFiles(vault)).toHaveLength(1);
    expect(staged(vault)).toEqual([]);
    vault.close();
  });

  test('is hashed for bundles as it comes, and read for it where an older program kept it', async () => {
    const vault = await open(await copyOfVault());
    const data = Buffer.alloc(200_000, 'sample');
    const { name: blob } = await vault.blobs.put(streamOf(data), data.length);
    const read: number[] = [];
    const digest = () => vault.blobs.digest(blob, (bytes) => read.push(bytes));
    expect(toHex(await digest())).toBe(toHex(hash(data)));
    expect(read).toEqual([]);
    vault.db.prepare('DELETE FROM blob_digest').run();
    expect(toHex(await digest())).toBe(toHex(hash(data)));
    expect(read.reduce((sum, bytes) => sum + bytes, 0)).toBe(data.length);
    read.length = 0;
    await digest();
    expect(read).toEqual([]);
    const [file = ''] = blobFiles(vault);
    fs.truncateSync(file, 70_000);
    vault.db.prepare('DELETE FROM blob_digest').run();
    expect(await codeOf(digest())).toBe('blob/damaged');
    vault.close();
  });

  test('has another name in another vault, so that nobody can test for a known file', async () => {
    const one = await open(await copyOfVault());
    const { vault: two } = await newVault();
    const data = Buffer.from('sample leaflet');
    const stored = await one.blobs.put(streamOf(data), data.length);
    expect((await two.blobs.put(streamOf(data), data.length)).name).not.toBe(stored.name);
    one.close();
    two.close();
  });

  test('whose source changes its size meanwhile is refused and leaves nothing', async () => {
    const vault = await open(await copyOfVault());
    const data = Buffer.alloc(100_000, 1);
    for (const size of [99_999, 100_001, 0, 4_000_000]) {
      expect(await codeOf(vault.blobs.put(streamOf(data), size))).toBe('input/file');
    }
    for (const size of [-1, 0.5, 2 ** 41]) {
      expect(await codeOf(vault.blobs.put(streamOf(data), size))).toBe('blob/too-large');
    }
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(data);
      throw Object.assign(new Error('sample'), { code: 'EIO' });
    }
    expect(await codeOf(vault.blobs.put(failing(), 200_000))).toBe('disk/failed');
    expect([blobFiles(vault), staged(vault), vault.blobs.names()]).toEqual([[], [], []]);
    vault.close();
  });

  test('stays while a record names it, and is swept at the next unlock where none does', async () => {
    const vault = await open(await copyOfVault());
    const [kept, lost] = [Buffer.from('sample kept'), Buffer.from('sample lost')];
    const named = await vault.blobs.put(streamOf(kept), kept.length);
    await vault.blobs.put(streamOf(lost), lost.length);
    name(vault, named.name);
    const part = path.join(vault.dir, 'staging', 'broken-off.part');
    fs.writeFileSync(part, 'x');
    const keyless = path.join(path.dirname(blobFiles(vault)[0]!), `${'a'.repeat(52)}.rhb`);
    fs.mkdirSync(path.join(vault.dir, 'blobs', 'aa'));
    fs.copyFileSync(blobFiles(vault)[0]!, keyless.replace(/blobs[/\\]../u, 'blobs/aa'));
    vault.close();
    const reader = await open(vault.dir, { readOnly: true });
    expect(blobFiles(reader)).toHaveLength(3);
    reader.close();
    for (let unlock = 0; unlock < 2; unlock += 1) {
      const again = await open(vault.dir);
      expect(again.blobs.names()).toEqual([named.name]);
      expect(blobFiles(again)).toHaveLength(1);
      expect(staged(again)).toEqual([]);
      expect(await again.blobs.verify(named.name)).toEqual(named);
      again.close();
    }
  });

  test('put in the place of another is damaged', async () => {
    const vault = await open(await copyOfVault());
    const [one, two] = [Buffer.from('sample one'), Buffer.from('sample two')];
    const first = await vault.blobs.put(streamOf(one), one.length);
    await vault.blobs.put(streamOf(two), two.length);
    const [a = '', b = ''] = blobFiles(vault);
    const wrong = a.includes(first.name) ? [b, a] : [a, b];
    fs.copyFileSync(wrong[0]!, wrong[1]!);
    expect(await codeOf(vault.blobs.verify(first.name))).toBe('blob/damaged');
    vault.close();
  });

  test('is read, but never written, in a vault opened for reading', async () => {
    const vault = await open(await copyOfVault());
    const data = Buffer.from('sample');
    const stored = await vault.blobs.put(streamOf(data), data.length);
    vault.close();
    const reader = await open(copyFolder(vault.dir), { readOnly: true });
    expect(await reader.blobs.verify(stored.name)).toEqual(stored);
    reader.close();
  });
});

test('a gibibyte goes in and comes out with at most 96 MiB more memory', async () => {
  const vault = await open(await copyOfVault());
  const part = Buffer.alloc(1 << 20, 'sample ');
  const parts = 1024;
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < parts; i += 1) {
      part.writeUInt32LE(i);
      yield await Promise.resolve(part);
    }
  }
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const stored = await vault.blobs.put(source(), part.length * parts);
  let length = 0;
  for await (const piece of vault.blobs.read(stored.name)) length += piece.length;
  clearInterval(watch);
  expect(length).toBe(1 << 30);
  console.log(`memory grew by ${Math.round((peak - before) / (1 << 20))} MiB`);
  expect(peak - before).toBeLessThanOrEqual(96 << 20);
  vault.close();
  fs.rmSync(vault.dir, { recursive: true, force: true });
});
