import { AppError, isAppError } from '#shared/errors/app-error';
import { concatBytes, fromHex, utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { uniform } from '#core/vault/passphrase';
import { wipe, x25519Public } from '#core/vault/sodium';
import { MOST_HEADER_BYTES, readOuterHeader, type OuterHeader } from './outer-header';
import { NONCE_BYTES, openPayload, sealPayload } from './payload';
import { plainWords, wordsIdentity, wordsRecipient } from './words';

/** Who can open a bundle: holders of cards, by their age keys, or whoever knows eight words. */
export type Lock =
  | { readonly type: 'recipients'; readonly agePublic: readonly Uint8Array[] }
  | { readonly type: 'passphrase'; readonly words: string };

/** What a receiver tries: the secret of their card, and words, as typed, if they have some. */
export type LockKey = { readonly ageSecret: Uint8Array | undefined; readonly words?: Uint8Array };

/** Numbers of stanzas that decoys fill up to, so that their count says little. */
const CROWDS = [2, 4, 8, 16];
// DER around the 32 bytes of an X25519 secret (RFC 8410).
const PKCS8 = fromHex('302e020100300506032b656e04220420');

/** Throwaway keys up to 2, 4, 8 or 16 stanzas, all in an order of no meaning. */
function crowdOf(agePublic: readonly Uint8Array[], random: Random): readonly Uint8Array[] {
  const size = CROWDS.find((crowd) => crowd >= agePublic.length) ?? agePublic.length;
  const crowd = [...agePublic];
  while (crowd.length < size) {
    const secret = random.bytes(32);
    crowd.push(x25519Public(secret));
    wipe(secret);
  }
  const shuffled: Uint8Array[] = [];
  while (crowd.length > 0) shuffled.push(...crowd.splice(uniform(random, crowd.length), 1));
  return shuffled;
}

/** A header of the library's making for this lock, with the key of the file that it wraps. */
async function makeHeader(lock: Lock, random: Random) {
  // Loaded only where it is needed: every command would start more slowly with it.
  const [{ Encrypter, Stanza }, { bech32 }] = await Promise.all([
    import('age-encryption'),
    import('@scure/base'),
  ]);
  const encrypter = new Encrypter();
  if (lock.type === 'passphrase') {
    encrypter.addRecipient(wordsRecipient(utf8(lock.words), random, Stanza));
  } else {
    for (const key of crowdOf(lock.agePublic, random))
      encrypter.addRecipient(bech32.encodeFromBytes('age', key));
  }
  let fileKey = new Uint8Array();
  // It is told the key as every recipient is, and adds no stanza.
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const whole = await encrypter.encrypt(new Uint8Array());
  return { header: whole.subarray(0, readOuterHeader(whole).bytes), fileKey };
}

/** Encrypts a stream as an age v1 file; one chunk is held at a time. */
export async function* sealOuter(
  plain: AsyncIterable<Uint8Array>,
  lock: Lock,
  random: Random,
): AsyncGenerator<Uint8Array> {
  const { header, fileKey } = await makeHeader(lock, random);
  const nonce = random.bytes(NONCE_BYTES);
  try {
    yield concatBytes(header, nonce);
    yield* sealPayload(plain, fileKey, nonce);
  } finally {
    wipe(fileKey);
  }
}

export type OpenedOuter = {
  readonly header: OuterHeader;
  /** Plain bytes; the end of the iteration says that none is missing. */
  readonly plain: AsyncIterable<Uint8Array>;
};

/**
 * Opens an age file. The header is checked before the library sees a byte. Throws `bundle/limit`,
 * `bundle/damaged`, `bundle/not-for-you` where no stanza is for this key, and `bundle/passphrase`
 * where words are needed or are not the right ones.
 */
export async function openOuter(
  source: AsyncIterable<Uint8Array>,
  key: LockKey,
): Promise<OpenedOuter> {
  const { start, rest } = await splitStart(source);
  const header = readOuterHeader(start);
  const fileKey = await unwrap(start.subarray(0, header.bytes), header, key);
  const payloadAt = header.bytes + NONCE_BYTES;
  const nonce = start.slice(header.bytes, payloadAt);
  if (nonce.length < NONCE_BYTES) throw new AppError('bundle/damaged', { reason: 'outer' });
  return { header, plain: opened(joined(start.subarray(payloadAt), rest), fileKey, nonce) };
}

/** The key of the file, from a header that was found to be one of ours. */
async function unwrap(bytes: Uint8Array, header: OuterHeader, key: LockKey): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (header.mode === 'recipients') {
    if (key.ageSecret === undefined) throw new AppError('bundle/not-for-you');
    decrypter.addIdentity(await cryptoKey(key.ageSecret));
  } else if (key.words === undefined) throw new AppError('bundle/passphrase', { reason: 'needed' });
  else decrypter.addIdentity(wordsIdentity(plainWords(key.words)));
  try {
    return await decrypter.decryptHeader(bytes);
  } catch (error) {
    throw refusal(error, header);
  }
}

async function* opened(
  sealed: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  nonce: Uint8Array,
): AsyncGenerator<Uint8Array> {
  try {
    yield* openPayload(sealed, fileKey, nonce);
  } finally {
    wipe(fileKey);
  }
}

function refusal(error: unknown, header: OuterHeader): AppError {
  if (isAppError(error)) return error;
  const isOther = error instanceof Error && error.message.startsWith('no identity matched');
  if (!isOther) return new AppError('bundle/damaged', { reason: 'outer' }, error);
  return header.mode === 'recipients'
    ? new AppError('bundle/not-for-you')
    : new AppError('bundle/passphrase', { reason: 'wrong' });
}

/** The secret as the library takes it without ever holding it as a text. */
function cryptoKey(secret: Uint8Array) {
  const der = concatBytes(PKCS8, secret);
  return crypto.subtle
    .importKey('pkcs8', der as Uint8Array<ArrayBuffer>, { name: 'X25519' }, false, ['deriveBits'])
    .finally(() => {
      der.fill(0);
    });
}

/** Reads until header and nonce must be there, and no further than one part of the source beyond. */
async function splitStart(source: AsyncIterable<Uint8Array>) {
  const rest = source[Symbol.asyncIterator]();
  const found: Uint8Array[] = [];
  let length = 0;
  while (length < MOST_HEADER_BYTES + NONCE_BYTES) {
    const next = await rest.next();
    if (next.done === true) break;
    found.push(next.value);
    length += next.value.length;
  }
  return { start: concatBytes(...found), rest };
}

async function* joined(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
