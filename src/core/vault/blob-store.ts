import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { AppError } from '#shared/errors/app-error';
import { base32 } from '#core/kernel/base32';
import { concatBytes, equalBytes, tapped, toHex, u64 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { toAppError, withAppErrorsAsync } from '#core/db/errors';
import type { BlobRow, VaultStore } from '#core/db/repositories/vault-store';
import { decryptBlob, encryptBlob, MOST_BLOB_BYTES } from './blob-format';
import { bufferedReader, bufferedWriter } from './buffered';
import { isBlobName, openNew, type BlobFiles } from './blob-files';
import type { BlobStore, StagedBlob, StoredBlob } from './ports';
import { hash, hasher } from './sodium';

type BlobContext = {
  readonly store: VaultStore;
  readonly files: BlobFiles;
  /** 32 bytes, kept in the database. */
  readonly nameKey: Uint8Array;
  readonly random: Random;
  readonly isReadOnly: boolean;
};

/** Attachments as encrypted files, known by a keyed hash of what they hold. */
export function blobStore(context: BlobContext): BlobStore {
  return {
    put: (source, sizeBytes) => withAppErrorsAsync(() => put(context, source, sizeBytes)),
    stage: (source, sizeBytes) => withAppErrorsAsync(() => stage(context, source, sizeBytes)),
    held: (name) => {
      const row = context.store.blob(name);
      return row !== undefined && context.files.has(name) ? stored(row) : undefined;
    },
    read: (name) => read(context, name),
    digest: (name, onRead) => digestOf(context, name, onRead),
    verify: async (name) => {
      const row = rowOf(context, name);
      await readToEnd(context, name);
      return stored(row);
    },
    isKnown: (name) => context.store.blob(name) !== undefined,
    names: () => context.store.blobNames(),
  };
}

async function put(
  context: BlobContext,
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): Promise<StoredBlob> {
  const part = await encryptedPart(context, source, sizeBytes);
  const { file, ...kept } = part;
  try {
    const name = base32(hash(concatBytes(kept.sha256, u64(sizeBytes)), context.nameKey));
    const row = { name, ...kept };
    if (await isHeldSound(context, name)) return stored(row);
    context.files.settle(file, name);
    context.store.saveBlob(row);
    return stored(row);
  } finally {
    fs.rmSync(file, { force: true });
  }
}

type EncryptedPart = Omit<BlobRow, 'name'> & { readonly file: string; readonly b2: Uint8Array };

/** A file in `staging/` under a fresh key, durable; removed again where it could not be written whole. */
async function encryptedPart(
  { isReadOnly, files, random }: BlobContext,
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): Promise<EncryptedPart> {
  if (isReadOnly) throw new AppError('vault/read-only');
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || sizeBytes > MOST_BLOB_BYTES) {
    throw new AppError('blob/too-large', { most: MOST_BLOB_BYTES });
  }
  const file = files.stagingPath(toHex(random.bytes(16)));
  const fileKey = random.bytes(32);
  const [sha256, b2] = [createHash('sha256'), hasher()];
  const noted = tapped(source, (bytes) => {
    sha256.update(bytes);
    b2.add(bytes);
  });
  try {
    await writePart(file, noted, sizeBytes, fileKey);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  }
  return { file, fileKey, sizeBytes, sha256: new Uint8Array(sha256.digest()), b2: b2.end() };
}

async function stage(
  context: BlobContext,
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
): Promise<StagedBlob> {
  const { file, ...rest } = await encryptedPart(context, source, sizeBytes);
  const { files, store } = context;
  return {
    sizeBytes,
    sha256: toHex(rest.sha256),
    b2: rest.b2,
    read: () => decryptFile(file, rest.fileKey),
    keepAs: (name) => {
      const known = store.blob(name);
      const isOther =
        known !== undefined &&
        (known.sizeBytes !== sizeBytes || !equalBytes(known.sha256, rest.sha256));
      if (isOther || !isBlobName(name)) throw new AppError('bundle/clash', { id: name });
      if (known !== undefined && files.has(name)) return;
      files.settle(file, name);
      store.saveBlob({ name, ...rest });
    },
    drop: () => {
      fs.rmSync(file, { force: true });
    },
  };
}

async function writePart(
  part: string,
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
  fileKey: Uint8Array,
): Promise<void> {
  const handle = await openNew(part);
  try {
    const buffered = bufferedWriter((bytes) => handle.writeFile(bytes), partBytes(sizeBytes));
    await encryptBlob(source, sizeBytes, fileKey, buffered.write);
    await buffered.flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same bytes may be here already; a copy that is damaged is replaced by what was just given. */
async function isHeldSound(context: BlobContext, name: string): Promise<boolean> {
  if (context.store.blob(name) === undefined || !context.files.has(name)) return false;
  try {
    await readToEnd(context, name);
    return true;
  } catch {
    return false;
  }
}

/** For what it throws. */
async function readToEnd(context: BlobContext, name: string): Promise<void> {
  const parts = read(context, name);
  while ((await parts.next()).done !== true);
}

async function* read(context: BlobContext, name: string): AsyncGenerator<Uint8Array> {
  const row = rowOf(context, name);
  const digest = createHash('sha256');
  let length = 0;
  try {
    for await (const part of decryptFile(context.files.pathOf(name), row.fileKey)) {
      digest.update(part);
      length += part.length;
      yield part;
    }
  } catch (error) {
    throw toAppError(error);
  }
  if (length !== row.sizeBytes || !equalBytes(digest.digest(), row.sha256)) {
    throw new AppError('blob/damaged', { reason: 'content' });
  }
}

async function* decryptFile(file: string, fileKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const handle = await openToRead(file);
  try {
    const { size } = await handle.stat();
    const readSome = async (target: Uint8Array) => (await handle.read(target, 0)).bytesRead;
    yield* decryptBlob(bufferedReader(readSome, partBytes(size)), size, fileKey);
  } finally {
    await handle.close();
  }
}

/** Bytes given to the disk, or asked of it, at a time: each asking costs as much as a chunk's cipher. */
const DISK_PART_BYTES = 1024 * 1024;
const LEAST_PART_BYTES = 8_192;

const partBytes = (sizeBytes: number): number =>
  Math.min(DISK_PART_BYTES, Math.max(LEAST_PART_BYTES, sizeBytes));

async function openToRead(file: string): Promise<fs.promises.FileHandle> {
  try {
    return await fs.promises.open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new AppError('blob/missing', {}, error);
  }
}

function rowOf({ store }: BlobContext, name: string): BlobRow {
  const row = store.blob(name);
  if (row === undefined) throw new AppError('blob/missing');
  return row;
}

async function digestOf(
  context: BlobContext,
  name: string,
  onRead?: (bytes: number) => void,
): Promise<Uint8Array> {
  const known = context.store.blobDigest(name);
  if (known !== undefined) return known;
  const b2 = hasher();
  for await (const part of read(context, name)) {
    b2.add(part);
    onRead?.(part.length);
  }
  const digest = b2.end();
  if (!context.isReadOnly) context.store.saveBlobDigest(name, digest);
  return digest;
}

const stored = ({ name, sizeBytes, sha256 }: BlobRow): StoredBlob => ({
  name,
  sizeBytes,
  sha256: toHex(sha256),
});
