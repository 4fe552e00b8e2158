import sodium from 'libsodium-wrappers-sumo';
import { AppError } from '#shared/errors/app-error';
import type { Random } from '#core/kernel/ports';

/**
 * The one place that touches libsodium. `loadSodium` must have resolved once
 * before anything else here is called; every way into the vault awaits it.
 */
export const loadSodium = (): Promise<void> => sodium.ready;

const SEED_BYTES = 32;
const AD_BYTES = 32;

/** What the wrapper is put around; its types say nothing of it. Addresses and lengths are numbers. */
type RawSodium = {
  /** All memory; another array once it has grown. */
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  /** State, sealed, where its length is told, plain and its length in two words, additional data likewise, tag. */
  _crypto_secretstream_xchacha20poly1305_push(
    ...of: readonly [unknown, number, 0, number, number, 0, number, number, 0, number]
  ): number;
};

const rawSodium = (): RawSodium =>
  (sodium as unknown as { readonly libsodium: RawSodium }).libsodium;

/**
 * Random bytes of libsodium. It asks the system four bytes at a time, which is slow
 * for many, so a long run is stretched (ChaCha20, libsodium's own way) from a fresh seed.
 */
function randomBytes(length: number): Uint8Array {
  if (length <= 2 * SEED_BYTES) return sodium.randombytes_buf(length);
  const seed = sodium.randombytes_buf(SEED_BYTES);
  const bytes = sodium.randombytes_buf_deterministic(length, seed);
  sodium.memzero(seed);
  return bytes;
}

export const sodiumRandom: Random = { bytes: randomBytes };

/** BLAKE2b; 32 bytes unless told. */
export const hash = (message: Uint8Array, key: Uint8Array | null = null, length = 32): Uint8Array =>
  sodium.crypto_generichash(length, message, key);

/** BLAKE2b over parts as they come; 32 bytes unless told. */
export function hasher(length = 32) {
  const state = sodium.crypto_generichash_init(null, length);
  return {
    add: (part: Uint8Array): void => {
      sodium.crypto_generichash_update(state, part);
    },
    end: (): Uint8Array => sodium.crypto_generichash_final(state, length),
  };
}

/** Derives a subkey; `ctx` has eight characters. */
export const subkey = (key: Uint8Array, id: number, ctx: string, length = 32): Uint8Array =>
  sodium.crypto_kdf_derive_from_key(length, id, ctx, key);

/** XChaCha20-Poly1305; answers ciphertext and tag. */
export const seal = (
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
  ad: Uint8Array,
): Uint8Array => sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, ad, null, nonce, key);

/** The reverse of `seal`; undefined where key, nonce, box or additional data do not belong together. */
export function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  box: Uint8Array,
  ad: Uint8Array,
): Uint8Array | undefined {
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, ad, nonce, key);
  } catch {
    return undefined;
  }
}

/** ChaCha20-Poly1305 of RFC 8439 without additional data; answers ciphertext and tag. */
export const sealIetf = (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array =>
  sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key);

/** The reverse of `sealIetf`; undefined where key, nonce and box do not belong together. */
export function unsealIetf(
  key: Uint8Array,
  nonce: Uint8Array,
  box: Uint8Array,
): Uint8Array | undefined {
  try {
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, box, null, nonce, key);
  } catch {
    return undefined;
  }
}

/** Argon2id 1.3, 32 bytes. Throws `kdf/memory` where the memory cannot be had. */
export function argon2id(
  passphrase: Uint8Array,
  salt: Uint8Array,
  mKib: number,
  t: number,
): Uint8Array {
  if (salt.length !== sodium.crypto_pwhash_SALTBYTES) throw new RangeError('a salt has 16 bytes');
  try {
    return sodium.crypto_pwhash(
      32,
      passphrase,
      salt,
      t,
      mKib * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    );
  } catch (cause) {
    throw new AppError('kdf/memory', { mebibytes: mKib / 1024 }, cause);
  }
}

/** Compares in a time that tells nothing of where two values differ. */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && sodium.memcmp(a, b);

/** Overwrites key material; best effort, the end of the process is what counts. */
export function wipe(...parts: readonly Uint8Array[]): void {
  for (const part of parts) sodium.memzero(part);
}

export const STREAM = {
  headerBytes: 24,
  /** The longest piece that is pushed. */
  mostBytes: 65_536,
  extraBytes: 17,
  message: 0,
  final: 3,
} as const;

type StreamTag = typeof STREAM.message | typeof STREAM.final;

type StreamWriter = {
  readonly header: Uint8Array;
  /** Encrypts a piece of at most 64 KiB; what it answers holds until the next call. */
  push(plain: Uint8Array, ad: Uint8Array, tag: StreamTag): Uint8Array;
};

/** Where in libsodium's memory a piece stands, plain and sealed, and its additional data. */
type PieceMemory = { readonly plain: number; readonly sealed: number; readonly ad: number };
let taken: PieceMemory | undefined;

function pieceMemory(): PieceMemory {
  if (taken !== undefined) return taken;
  const sealedBytes = STREAM.mostBytes + STREAM.extraBytes;
  const plain = rawSodium()._malloc(STREAM.mostBytes + sealedBytes + AD_BYTES);
  if (plain === 0) throw new RangeError('libsodium has no memory left');
  const sealed = plain + STREAM.mostBytes;
  taken = { plain, sealed, ad: sealed + sealedBytes };
  return taken;
}

/**
 * The wrapper answers each piece as a new array. For gigabytes these, and the collecting of them, cost as much
 * as half of the cipher; so its function is called on memory that stays.
 */
export function streamWriter(key: Uint8Array): StreamWriter {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  const sealed = new Uint8Array(STREAM.mostBytes + STREAM.extraBytes);
  return {
    header,
    push: (plain, ad, tag) => {
      if (plain.length > STREAM.mostBytes || ad.length > AD_BYTES)
        throw new RangeError('a piece has at most 64 KiB, its additional data 32 bytes');
      const raw = rawSodium();
      const at = pieceMemory();
      raw.HEAPU8.set(plain, at.plain);
      raw.HEAPU8.set(ad, at.ad);
      const of = [
        state,
        at.sealed,
        0,
        at.plain,
        plain.length,
        0,
        at.ad,
        ad.length,
        0,
        tag,
      ] as const;
      if (raw._crypto_secretstream_xchacha20poly1305_push(...of) !== 0)
        throw new RangeError('the stream takes no piece');
      const length = plain.length + STREAM.extraBytes;
      sealed.set(raw.HEAPU8.subarray(at.sealed, at.sealed + length));
      return sealed.subarray(0, length);
    },
  };
}

type StreamReader = {
  /** Undefined where the chunk is not the next one of this stream. */
  pull(
    chunk: Uint8Array,
    ad: Uint8Array,
  ): { readonly message: Uint8Array; readonly tag: number } | undefined;
};

export function streamReader(header: Uint8Array, key: Uint8Array): StreamReader {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
  return {
    pull: (chunk, ad) => {
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, ad);
      return pulled === false ? undefined : pulled;
    },
  };
}

type SigningPair = { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };

/** Ed25519 key pair of a 32-byte seed. */
export function signingPair(seed: Uint8Array): SigningPair {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(seed);
  return { publicKey, secretKey: privateKey };
}

export const sign = (message: Uint8Array, secretKey: Uint8Array): Uint8Array =>
  sodium.crypto_sign_detached(message, secretKey);

export function isSignature(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  try {
    return sodium.crypto_sign_verify_detached(signature, message, publicKey);
  } catch {
    return false;
  }
}

/** X25519 public key of a 32-byte secret. */
export const x25519Public = (secret: Uint8Array): Uint8Array =>
  sodium.crypto_scalarmult_base(secret);

/** X25519 shared secret; undefined where the peer's point gives all zeros. */
export function x25519Shared(secret: Uint8Array, peer: Uint8Array): Uint8Array | undefined {
  try {
    return sodium.crypto_scalarmult(secret, peer);
  } catch {
    return undefined;
  }
}
