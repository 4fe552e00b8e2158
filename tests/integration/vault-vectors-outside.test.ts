import * as fs from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isSigned, type Checkpoint } from '#core/audit/checkpoint';
import { fromHex, toHex, utf8 } from '#core/kernel/bytes';
import { anchorName, readAnchor, writeAnchor } from '#core/vault/anchor';
import { keyring, vaultKey } from '#core/vault/keyring';
import { readManifest, writeManifest, type Manifest } from '#core/backup/manifest';
import { combineShares } from '#core/vault/shares';
import { loadSodium } from '#core/vault/sodium';
import { codeOf } from './vault-kit';

beforeAll(loadSodium);

const load = <T>(name: string): T =>
  JSON.parse(fs.readFileSync(path.join(__dirname, '../vectors', `${name}.json`), 'utf8')) as T;

type Refused = readonly { readonly why: string; readonly text: string }[];

describe('rollback anchor', () => {
  type Vectors = Record<'vmk' | 'anchorKey' | 'name' | 'vaultId' | 'auditHash' | 'text', string> &
    Record<'gen' | 'auditSeq' | 'atMs' | 'epoch', number> & { readonly refused: Refused };
  const vectors = load<Vectors>('anchor');
  const { gen, auditSeq, atMs, epoch } = vectors;
  const key = fromHex(vectors.anchorKey);
  const anchor = () => ({
    ...{ gen, auditSeq, atMs, epoch },
    vaultId: fromHex(vectors.vaultId),
    auditHash: fromHex(vectors.auditHash),
  });

  test('has its key and its name', () => {
    expect(toHex(keyring(vaultKey(fromHex(vectors.vmk))).anchor)).toBe(vectors.anchorKey);
    expect(anchorName(fromHex(vectors.vaultId))).toBe(vectors.name);
  });
  test('is written and read', () => {
    expect(new TextDecoder().decode(writeAnchor(anchor(), key))).toBe(vectors.text);
    expect(readAnchor(utf8(vectors.text), [new Uint8Array(32), key])).toEqual({
      anchor: anchor(),
      isProven: true,
    });
    expect(readAnchor(utf8(vectors.text), [new Uint8Array(32)])?.isProven).toBe(false);
  });
  test.each(vectors.refused)('is refused: $why', ({ text }) => {
    expect(readAnchor(utf8(text), [key])?.isProven ?? false).toBe(false);
  });
});

describe('shares of a recovery key', () => {
  type Vectors = {
    readonly sets: readonly { secret: string; needed: number; papers: readonly string[] }[];
    readonly refused: readonly { why: string; as: string; papers: readonly string[] }[];
  };
  const vectors = load<Vectors>('shares');

  test.each(vectors.sets)('$needed papers give the secret', async ({ secret, needed, papers }) => {
    expect(toHex(await combineShares(papers.slice(0, needed)))).toBe(secret);
    expect(toHex(await combineShares(papers.slice(-needed)))).toBe(secret);
  });
  test.each(vectors.refused)('are refused: $why', async ({ as, papers }) => {
    expect(await codeOf(combineShares(papers))).toBe(as);
  });
});

describe('backup manifest', () => {
  type Vectors = Record<'vmk' | 'backupKey' | 'vaultId' | 'backupId' | 'text', string> & {
    readonly facts: Omit<Manifest, 'vaultId' | 'backupId' | 'checkpoint'>;
    /** In hexadecimal, where it is text. */
    readonly checkpoint: {
      readonly [K in keyof Omit<Checkpoint, 'vaultId'>]: Checkpoint[K] extends number
        ? number
        : string;
    };
    readonly refused: Refused;
  };
  const vectors = load<Vectors>('backup');
  const key = fromHex(vectors.backupKey);

  test('has its key, is written and read, and proves who wrote it', () => {
    expect(toHex(keyring(vaultKey(fromHex(vectors.vmk))).backup)).toBe(vectors.backupKey);
    const [vaultId, backupId] = [fromHex(vectors.vaultId), fromHex(vectors.backupId)];
    const { seq, tsMs, hash, device, signPublic, signature } = vectors.checkpoint;
    const checkpoint: Checkpoint = {
      ...{ vaultId, seq, tsMs, hash: fromHex(hash), device: fromHex(device) },
      ...{ signPublic: fromHex(signPublic), signature: fromHex(signature) },
    };
    expect(isSigned(checkpoint)).toBe(true);
    const manifest = { vaultId, backupId, ...vectors.facts, checkpoint };
    expect(new TextDecoder().decode(writeManifest(manifest, key))).toBe(vectors.text);
    const read = readManifest(utf8(vectors.text));
    expect(read?.manifest).toEqual(manifest);
    expect([read?.isGenuine(key), read?.isGenuine(new Uint8Array(32))]).toEqual([true, false]);
  });
  test.each(vectors.refused)('is refused: $why', ({ text }) => {
    expect(readManifest(utf8(text))).toBeUndefined();
  });
});
