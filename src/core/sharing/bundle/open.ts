import * as fs from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import { LEVELS } from '#shared/domain/levels';
import { equalBytes } from '#core/kernel/bytes';
import type { ChangeSet } from '#core/changes/model';
import { checkSet } from '#core/changes/wire';
import type { Card } from '#core/identity/card';
import { fromBase64 } from '#core/vault/exact-json';
import { ownIdentity } from '#core/vault/own-identity';
import type { OpenVault, StagedBlob } from '#core/vault/ports';
import { hash, wipe } from '#core/vault/sodium';
import { changeReader } from './change-lines';
import { readFrame, type Frame } from './frame';
import { commitmentTo, openManifest, shortPrint, type Entry, type Manifest } from './manifest';
import { openOuter, type LockKey, type OpenedOuter } from './outer';
import { toldPlace } from './witness';

/** What a bundle says of itself, by a signature that holds. */
export type Front = {
  readonly bundleId: Uint8Array;
  readonly manifest: Manifest;
  /** BLAKE2b of the manifest's bytes. */
  readonly manifestHash: Uint8Array;
  readonly sender: Card;
  readonly senderFile: Uint8Array;
  /** First half of the sender's fingerprint. */
  readonly print: Uint8Array;
};

/** A bundle that was read whole: every chunk, hash and signature held. Nothing of it is merged yet. */
export type Incoming = Front & {
  readonly set: ChangeSet;
  /** Attachments that wait, encrypted, by name. */
  readonly blobs: ReadonlyMap<string, StagedBlob>;
  /** Removes whatever of it still waits. */
  drop(): void;
};

type Opened = { readonly front: Front; readonly frame: Frame };

/** Own commitment: a bundle that somebody sealed again for us was not signed for us. */
function assertForUs({ rcpt, bundle_id }: Manifest, mode: string, print: Uint8Array | undefined) {
  const isWords = rcpt === 'passphrase';
  if (isWords !== (mode === 'passphrase'))
    throw new AppError('bundle/signature', { reason: 'mode' });
  if (isWords) return;
  const own = print === undefined ? undefined : commitmentTo(fromBase64(bundle_id), print);
  if (own === undefined || !rcpt.includes(own)) throw new AppError('bundle/not-for-you');
}

function assertFits({ entries }: Manifest, dir: string): void {
  const declared = entries.reduce((sum, { len }) => sum + len, 0);
  const { bavail, bsize } = fs.statfsSync(dir);
  if (declared > bavail * bsize) throw new AppError('disk/full');
}

/** Reads the entries in order: changes into memory, attachments into staging under fresh keys. */
async function readEntries(vault: OpenVault, { front: { manifest }, frame }: Opened) {
  const reader = changeReader();
  const blobs = new Map<string, StagedBlob>();
  const drop = (): void => {
    for (const blob of blobs.values()) blob.drop();
  };
  const readOne = async ({ kind, len, b2, name }: Entry): Promise<void> => {
    const source = frame.entry(len);
    const assertSaid = (digest: Uint8Array): void => {
      if (!equalBytes(digest, fromBase64(b2)))
        throw new AppError('bundle/damaged', { reason: 'entry' });
    };
    if (kind === 'blob') {
      const blob = await vault.blobs.stage(source, len);
      blobs.set(name, blob);
      assertSaid(blob.b2);
    } else {
      const parts: Uint8Array[] = [];
      for await (const part of source) parts.push(part.slice());
      const lines = new Uint8Array(Buffer.concat(parts));
      assertSaid(hash(lines));
      reader.add(lines);
    }
  };
  try {
    for (const entry of manifest.entries) await readOne(entry);
    await frame.end(manifest.entries.reduce((sum, { len }) => sum + len, 0));
    return { set: reader.set(), blobs, drop };
  } catch (error) {
    drop();
    throw error;
  }
}

/** What no vault that made such a bundle would have put into it. */
function assertHonest(set: ChangeSet, manifest: Manifest, blobs: ReadonlyMap<string, StagedBlob>) {
  const { changes } = checkSet(set);
  const strictest = LEVELS.indexOf(manifest.scope.level);
  const named = new Map<string, Set<string>>();
  const sums = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const change of changes.values()) {
    if (LEVELS.indexOf(change.level) < strictest)
      throw new AppError('bundle/scope', { level: change.level });
    if (change.kind !== 'document' || typeof change.value !== 'string') continue;
    if (change.path === 'blob') note(named, change.value, change.record);
    if (change.path === 'sha256') note(sums, change.record, change.value);
  }
  for (const [name, blob] of blobs) {
    const documents = named.get(name);
    if (documents === undefined)
      throw new AppError('bundle/damaged', { reason: 'file-of-nothing' });
    for (const document of documents) {
      const said = sums.get(document);
      if (said !== undefined && !said.has(blob.sha256))
        throw new AppError('bundle/damaged', { reason: 'file-of-other-content' });
    }
  }
}

/** The key and print of whoever opened the vault, and words if they have some. */
type OwnKey = { readonly key: LockKey; readonly print: Uint8Array | undefined };

/** Lends what opens bundles here. */
export async function withOwnKey<T>(
  vault: OpenVault,
  words: Uint8Array | undefined,
  use: (own: OwnKey) => Promise<T>,
): Promise<T> {
  const own = ownIdentity(vault);
  try {
    const key = { ageSecret: own?.ageSecret, ...(words === undefined ? {} : { words }) };
    return await use({ key, print: own === undefined ? undefined : shortPrint(own) });
  } finally {
    if (own !== undefined) wipe(own.seed, own.ageSecret);
  }
}

/**
 * Reads the front of what the outer layer gave: manifest, signature, own commitment. Throws `bundle/…`.
 * The entries follow in `frame`.
 */
export async function openFront(
  { header, plain }: OpenedOuter,
  print: Uint8Array | undefined,
): Promise<Opened> {
  const frame = await readFrame(plain);
  const { manifest, sender, senderFile } = openManifest(frame.manifest, frame.signature);
  assertForUs(manifest, header.mode, print);
  toldPlace(manifest, sender.signPublic);
  const front = {
    ...{ bundleId: fromBase64(manifest.bundle_id), manifest, sender, senderFile },
    ...{ manifestHash: hash(frame.manifest), print: shortPrint(sender) },
  };
  return { front, frame };
}

/**
 * Reads a bundle in the order of `docs/formats.md` §12: limits, outer layer, signature, own commitment,
 * entries, padding, the last chunk. Nothing plain reaches the disk and nothing is merged. The caller
 * drops it in the end. Throws `bundle/…`, `disk/full`, `input/field` for a change that is none.
 */
export async function openBundle(
  vault: OpenVault,
  source: AsyncIterable<Uint8Array>,
  words?: Uint8Array,
): Promise<Incoming> {
  if (vault.isReadOnly) throw new AppError('vault/read-only');
  const bytes = source[Symbol.asyncIterator]();
  return withOwnKey(vault, words, async ({ key, print }) => {
    const outer = await openOuter({ [Symbol.asyncIterator]: () => bytes }, key);
    const opened = await openFront(outer, print);
    const { front } = opened;
    assertFits(front.manifest, vault.dir);
    const read = await readEntries(vault, opened);
    try {
      assertHonest(read.set, front.manifest, read.blobs);
    } catch (error) {
      read.drop();
      throw error;
    }
    return { ...front, ...read };
  }).finally(() => bytes.return?.());
}
