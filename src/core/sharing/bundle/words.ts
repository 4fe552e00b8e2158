import { scrypt } from 'node:crypto';
import type { Identity, Recipient, Stanza } from 'age-encryption';
import { concatBytes, utf8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { fromBase64, toBase64 } from '#core/vault/exact-json';
import { sealIetf, unsealIetf, wipe } from '#core/vault/sodium';

// The scrypt stanza of age (C2SP `age`), derived beside the vault process's own thread: eight words
// cost a second or more, and the desk goes on meanwhile.

const LABEL = utf8('age-encryption.org/v1/scrypt');
const WORK_FACTOR = 18;
const NONCE = new Uint8Array(12);
const SALT_BYTES = 16;
const SPACES = new Set([0x09, 0x0a, 0x0d, 0x20]);

/** Words as they were generated, from words as they were typed: lower case, one space between two. */
export function plainWords(typed: Uint8Array): Uint8Array {
  const out = new Uint8Array(typed.length);
  let length = 0;
  let isSpaced = false;
  for (const byte of typed) {
    if (SPACES.has(byte)) {
      isSpaced = length > 0;
      continue;
    }
    if (isSpaced) out[length++] = 0x20;
    isSpaced = false;
    out[length++] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
  }
  const words = out.slice(0, length);
  wipe(out);
  return words;
}

/** scrypt with r = 8, p = 1 in a thread of its own; 1 KiB of memory times 2^logN. */
function derive(words: Uint8Array, salt: Uint8Array, logN: number): Promise<Uint8Array> {
  const N = 2 ** logN;
  const options = { N, r: 8, p: 1, maxmem: N * 1024 + 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(words, concatBytes(LABEL, salt), 32, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}

const unpadded = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/u, '');

/** Wraps the key of one file under words, which it overwrites. */
export const wordsRecipient = (
  words: Uint8Array,
  random: Random,
  stanza: typeof Stanza,
): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = random.bytes(SALT_BYTES);
    const key = await derive(words, salt, WORK_FACTOR).finally(() => {
      wipe(words);
    });
    const body = sealIetf(key, NONCE, fileKey);
    wipe(key);
    return [new stanza(['scrypt', unpadded(salt), String(WORK_FACTOR)], body)];
  },
});

/** Unwraps the key of one file by words, which it overwrites; its header was read and kept to our limits before. */
export const wordsIdentity = (words: Uint8Array): Identity => ({
  unwrapFileKey: async ([only]) => {
    const [type, salt = '', logN = ''] = only?.args ?? [];
    const bytes = fromBase64(salt);
    if (only === undefined || type !== 'scrypt' || unpadded(bytes) !== salt) return null;
    const key = await derive(words, bytes, Number(logN)).finally(() => {
      wipe(words);
    });
    const fileKey = unsealIetf(key, NONCE, only.body);
    wipe(key);
    return fileKey?.length === 16 ? fileKey : null;
  },
});
