import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from '#core/kernel/bytes';
import { readFrame, writeFrame } from '#core/sharing/bundle/frame';
import { changeEntries, changeReader } from '#core/sharing/bundle/change-lines';
import { openManifest, signManifest, type Manifest } from '#core/sharing/bundle/manifest';
import { openOuter } from '#core/sharing/bundle/outer';
import { readOuterHeader } from '#core/sharing/bundle/outer-header';
import { fromBase64, toBase64 } from '#core/vault/exact-json';
import { hash, loadSodium, signingPair, x25519Public } from '#core/vault/sodium';
import { codeOf, codeOfSync, collect, newFolder, streamOf } from './vault-kit';

beforeAll(loadSodium);

type Hand = { readonly seed: string; readonly ageSecret: string };
type Vectors = Record<'sender' | 'receiver' | 'stranger', Hand> &
  Record<
    | 'words'
    | 'manifest'
    | 'signature'
    | 'changes'
    | 'blob'
    | 'inner'
    | 'outer'
    | 'wordsInner'
    | 'wordsOuter',
    string
  > & {
    readonly refusedInner: readonly { why: string; as: string; inner: string }[];
    readonly refusedHeaders: readonly { why: string; as: string; header: string }[];
  };
const vectors = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../vectors/bundle.json'), 'utf8'),
) as Vectors;

const handOf = ({ seed, ageSecret }: Hand) => ({
  seed: fromHex(seed),
  signPublic: signingPair(fromHex(seed)).publicKey,
  ageSecret: fromHex(ageSecret),
  agePublic: x25519Public(fromHex(ageSecret)),
});

/** Everything that is read before entries are believed. */
async function readInner(inner: Uint8Array) {
  const frame = await readFrame(streamOf(inner));
  const opened = openManifest(frame.manifest, frame.signature);
  const entries: Uint8Array[] = [];
  for (const { len, b2 } of opened.manifest.entries) {
    const bytes = await collect(frame.entry(len));
    if (toBase64(hash(bytes)) !== b2) throw new Error('an entry of another hash');
    entries.push(bytes);
  }
  await frame.end(entries.reduce((sum, { length }) => sum + length, 0));
  return { ...opened, entries };
}

describe('the inside of a bundle', () => {
  test('is signed and written to the byte', async () => {
    const sender = handOf(vectors.sender);
    const { bytes, signature } = signManifest(JSON.parse(vectors.manifest) as Manifest, sender);
    expect(new TextDecoder().decode(bytes)).toBe(vectors.manifest);
    expect(toHex(signature)).toBe(vectors.signature);
    const entries = [utf8(vectors.changes), utf8(vectors.blob)];
    const length = entries.reduce((sum, one) => sum + one.length, 0);
    const inner = await collect(writeFrame(bytes, signature, streamOf(...entries), length));
    expect(toBase64(inner)).toBe(vectors.inner);
  });

  test('is read, and its lines give the same lines again', async () => {
    const { manifest, sender, entries } = await readInner(fromBase64(vectors.inner));
    expect(sender.name).toBe('Sample Vakil');
    expect(manifest).toMatchObject({ seq: 3, note: 'Sample note', rcpt: [expect.any(String)] });
    const reader = changeReader();
    reader.add(entries[0]!);
    expect(new TextDecoder().decode([...changeEntries(reader.set())][0])).toBe(vectors.changes);
  });

  test.each(vectors.refusedInner)('is refused: $why', async ({ as, inner }) => {
    const code = await codeOf(readInner(fromBase64(inner)));
    // Hashes of entries are compared by whoever reads them.
    expect(code.replace('not coded: Error: an entry of another hash', 'bundle/damaged')).toBe(as);
  });
});

describe('the outside of a bundle', () => {
  test('opens for its recipient and for nobody else', async () => {
    const open = (hand: Hand) =>
      openOuter(streamOf(fromBase64(vectors.outer)), { ageSecret: fromHex(hand.ageSecret) });
    const { header, plain } = await open(vectors.receiver);
    const [text] = Buffer.from(vectors.outer, 'base64')
      .toString('latin1')
      .split(/(?<=\n--- .{43}\n)/su);
    expect(header).toEqual({ mode: 'recipients', stanzas: 2, bytes: text?.length });
    expect(toBase64(await collect(plain))).toBe(vectors.inner);
    expect(await codeOf(open(vectors.stranger))).toBe('bundle/not-for-you');
  });

  test('opens by eight words and by no others', async () => {
    const open = (words?: string) =>
      openOuter(streamOf(fromBase64(vectors.wordsOuter)), {
        ageSecret: fromHex(vectors.receiver.ageSecret),
        ...(words === undefined ? {} : { words: utf8(words) }),
      });
    const { header, plain } = await open(vectors.words);
    expect(header).toMatchObject({ mode: 'passphrase', logN: 18 });
    expect(toBase64(await collect(plain))).toBe(vectors.wordsInner);
    // As people type them.
    const typed = await open(`  ${vectors.words.toUpperCase().replaceAll(' ', ' \t')}\n`);
    expect(toBase64(await collect(typed.plain))).toBe(vectors.wordsInner);
    expect(await codeOf(open())).toBe('bundle/passphrase');
    expect(await codeOf(open(`${vectors.words} x`))).toBe('bundle/passphrase');
  });

  test.each(vectors.refusedHeaders)('is refused: $why', async ({ as, header }) => {
    expect(await codeOfSync(() => readOuterHeader(utf8(header)))).toBe(as);
  });

  test('is refused where a header never ends, before more than 64 KiB were read', async () => {
    const endless = `age-encryption.org/v1\n${'A'.repeat(100_000)}`;
    expect(await codeOfSync(() => readOuterHeader(utf8(endless)))).toBe('bundle/limit');
    let read = 0;
    async function* dripping(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(utf8('age-encryption.org/v1\n-> X25519 '));
      for (;;) {
        read += 4_096;
        yield await Promise.resolve(new Uint8Array(4_096).fill(65));
      }
    }
    expect(await codeOf(openOuter(dripping(), { ageSecret: new Uint8Array(32) }))).toBe(
      'bundle/limit',
    );
    expect(read).toBeLessThanOrEqual(65_536 + 4_096);
  });

  test('is an age file: Debian’s age opens it and gives the same inside', async () => {
    const { bech32 } = await import('@scure/base');
    const folder = newFolder();
    const [file, key] = [path.join(folder, 'b.age'), path.join(folder, 'key')];
    fs.writeFileSync(file, fromBase64(vectors.outer));
    const secret = bech32.encodeFromBytes('AGE-SECRET-KEY-', fromHex(vectors.receiver.ageSecret));
    fs.writeFileSync(key, `${secret.toUpperCase()}\n`, { mode: 0o600 });
    const { stdout, stderr } = spawnSync('age', ['--decrypt', '--identity', key, file]);
    expect(stderr.toString()).toBe('');
    expect(toBase64(new Uint8Array(stdout))).toBe(vectors.inner);
  });
});
