import { hkdfSync } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import { sealIetf, unsealIetf, wipe } from '#core/vault/sodium';

// The payload of an age file (C2SP `age`, STREAM): chunks of 64 KiB, each ChaCha20-Poly1305 under a
// counter and a mark of the last one. The age library does the same in JavaScript, several times slower.

const CHUNK_BYTES = 65_536;
const TAG_BYTES = 16;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
export const NONCE_BYTES = 16;
const LABEL = utf8('payload');
const COUNTER_BYTES = 11;

/** The key of one payload, from the key and the nonce of its file. */
const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, LABEL, 32));

const damaged = (): AppError => new AppError('bundle/damaged', { reason: 'outer' });

/** Nonces of the chunks in turn: eleven bytes that count, big-endian, and one that marks the last. */
function chunkNonces() {
  const nonce = new Uint8Array(COUNTER_BYTES + 1);
  let counted = 0;
  return (isLast: boolean): Uint8Array => {
    new DataView(nonce.buffer).setBigUint64(COUNTER_BYTES - 8, BigInt(counted));
    nonce[COUNTER_BYTES] = isLast ? 1 : 0;
    counted += 1;
    return nonce;
  };
}

/**
 * Cuts a stream into pieces of one length and tells which is the last; only that one may be shorter. A
 * piece holds until the next is asked for.
 */
async function* cut(source: AsyncIterable<Uint8Array>, length: number) {
  const piece = new Uint8Array(length);
  let held = 0;
  for await (const part of source) {
    for (let at = 0; at < part.length;) {
      // More has come, so that what is held is not the last.
      if (held === length) {
        yield { piece, isLast: false };
        held = 0;
      }
      const some = part.subarray(at, at + length - held);
      piece.set(some, held);
      held += some.length;
      at += some.length;
    }
  }
  yield { piece: piece.subarray(0, held), isLast: true };
  wipe(piece);
}

/** Encrypts a stream as the payload of an age file, behind the nonce that stands before it there. */
export async function* sealPayload(
  plain: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  nonce: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const key = payloadKey(fileKey, nonce);
  const nonceOf = chunkNonces();
  try {
    for await (const { piece, isLast } of cut(plain, CHUNK_BYTES))
      yield sealIetf(key, nonceOf(isLast), piece);
  } finally {
    wipe(key);
  }
}

/**
 * Decrypts a payload chunk by chunk. Each is genuine and in its place; only the end of the iteration
 * says that none is missing. Throws `bundle/damaged`.
 */
export async function* openPayload(
  sealed: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  nonce: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const key = payloadKey(fileKey, nonce);
  const nonceOf = chunkNonces();
  let isFirst = true;
  try {
    for await (const { piece, isLast } of cut(sealed, SEALED_BYTES)) {
      const chunk = unsealIetf(key, nonceOf(isLast), piece);
      // Nothing at all is one chunk of nothing; no other chunk is empty.
      if (chunk === undefined || (chunk.length === 0 && !isFirst)) throw damaged();
      isFirst = false;
      yield chunk;
    }
  } finally {
    wipe(key);
  }
}
