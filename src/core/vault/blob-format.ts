import { AppError } from '#shared/errors/app-error';
import { concatBytes, isZero, u64, u8, utf8 } from '#core/kernel/bytes';
import { contentLength } from './padme';
import { hash, isSame, STREAM, streamReader, streamWriter, subkey, wipe } from './sodium';

const CHUNK_BYTES = 65_536;
const SEALED_BYTES = CHUNK_BYTES + STREAM.extraBytes;
const FIXED = concatBytes(utf8('RHB1'), u8(1), u8(16), u8(0), u8(0));
const COMMIT_END = FIXED.length + 32;
const HEADER_BYTES = COMMIT_END + STREAM.headerBytes;
const LENGTH_BYTES = 8;

/** Largest attachment: 1 TiB, far below the limits of the cipher and of exact integers. */
export const MOST_BLOB_BYTES = 2 ** 40;

const damaged = (reason: string): AppError => new AppError('blob/damaged', { reason });

/** Reads the next bytes of a file into `target`, as many as there are; answers how many. */
type ReadInto = (target: Uint8Array) => Promise<number>;
type WriteAll = (bytes: Uint8Array) => Promise<void>;

function keysOf(fileKey: Uint8Array) {
  if (fileKey.length !== 32) throw damaged('key');
  const commitKey = subkey(fileKey, 2, 'rhblob__');
  const commitment = hash(FIXED, commitKey);
  wipe(commitKey);
  return { streamKey: subkey(fileKey, 1, 'rhblob__'), commitment };
}

/**
 * Encrypts a stream of exactly `sizeBytes` bytes. Throws `input/file` where the
 * source holds more or fewer. One chunk is held at a time.
 */
export async function encryptBlob(
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
  fileKey: Uint8Array,
  write: WriteAll,
): Promise<void> {
  const { streamKey, commitment } = keysOf(fileKey);
  const stream = streamWriter(streamKey);
  wipe(streamKey);
  const header = concatBytes(FIXED, commitment, stream.header);
  const ad = hash(header);
  await write(header);
  const chunk = new Uint8Array(CHUNK_BYTES);
  let [held, left] = [0, contentLength(sizeBytes)];
  const add = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + CHUNK_BYTES - held);
      chunk.set(part, held);
      held += part.length;
      at += part.length;
      left -= part.length;
      if (held < CHUNK_BYTES && left > 0) continue;
      const tag = left === 0 ? STREAM.final : STREAM.message;
      await write(stream.push(chunk.subarray(0, held), ad, tag));
      held = 0;
    }
  };
  await add(u64(sizeBytes));
  await addExactly(source, sizeBytes, add);
  const zeros = new Uint8Array(CHUNK_BYTES);
  while (left > 0) await add(zeros.subarray(0, Math.min(left, CHUNK_BYTES)));
  wipe(chunk);
}

async function addExactly(
  source: AsyncIterable<Uint8Array>,
  sizeBytes: number,
  add: WriteAll,
): Promise<void> {
  let taken = 0;
  for await (const part of source) {
    taken += part.length;
    if (taken > sizeBytes) throw new AppError('input/file', { reason: 'size-changed' });
    await add(part);
  }
  if (taken < sizeBytes) throw new AppError('input/file', { reason: 'size-changed' });
}

/**
 * Decrypts what `encryptBlob` wrote, chunk by chunk. Each chunk is genuine and in
 * its place; only the end of the iteration says that all of them were there.
 */
export async function* decryptBlob(
  read: ReadInto,
  sealedBytes: number,
  fileKey: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const header = new Uint8Array(HEADER_BYTES);
  if ((await read(header)) !== HEADER_BYTES) throw damaged('short');
  const stream = openStream(header, fileKey);
  const ad = hash(header);
  const sealed = new Uint8Array(SEALED_BYTES);
  const total = plainBytes(sealedBytes - HEADER_BYTES);
  let data: DataWindow | undefined;
  for (let left = sealedBytes - HEADER_BYTES; left > 0;) {
    const length = Math.min(SEALED_BYTES, left);
    left -= length;
    if ((await read(sealed.subarray(0, length))) !== length) throw damaged('short');
    const pulled = stream.pull(sealed.subarray(0, length), ad);
    const tag = left === 0 ? STREAM.final : STREAM.message;
    if (pulled?.tag !== tag) throw damaged('chunk');
    data ??= dataWindow(pulled.message, total);
    const part = data.take(pulled.message);
    if (part.length > 0) yield part;
  }
}

function openStream(header: Uint8Array, fileKey: Uint8Array) {
  const { streamKey, commitment } = keysOf(fileKey);
  const isOurs =
    isSame(header.subarray(0, FIXED.length), FIXED) &&
    isSame(header.subarray(FIXED.length, COMMIT_END), commitment);
  if (!isOurs) throw damaged('header');
  const stream = streamReader(header.subarray(COMMIT_END), streamKey);
  wipe(streamKey);
  return stream;
}

/** Content bytes in so many sealed bytes; a size no writer can leave is damage. */
function plainBytes(sealedBytes: number): number {
  const full = Math.floor(sealedBytes / SEALED_BYTES);
  const rest = sealedBytes - full * SEALED_BYTES;
  if (sealedBytes === 0 || (rest > 0 && rest <= STREAM.extraBytes)) throw damaged('size');
  return full * CHUNK_BYTES + Math.max(0, rest - STREAM.extraBytes);
}

type DataWindow = { take(content: Uint8Array): Uint8Array };

/** Cuts the data out of length, data and zeros as they come, and checks length and zeros. */
function dataWindow(firstChunk: Uint8Array, total: number): DataWindow {
  if (firstChunk.length < LENGTH_BYTES) throw damaged('length');
  const view = new DataView(firstChunk.buffer, firstChunk.byteOffset);
  const declared = view.getBigUint64(0, true);
  if (declared > BigInt(MOST_BLOB_BYTES)) throw damaged('length');
  const end = LENGTH_BYTES + Number(declared);
  if (contentLength(Number(declared)) !== total) throw damaged('length');
  let at = 0;
  return {
    take: (content) => {
      const from = Math.max(0, LENGTH_BYTES - at);
      const until = Math.min(content.length, Math.max(0, end - at));
      at += content.length;
      if (!isZero(content.subarray(until))) throw damaged('padding');
      return content.subarray(from, Math.max(from, until));
    },
  };
}
