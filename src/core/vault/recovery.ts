import { AppError } from '#shared/errors/app-error';
import { concatBytes, utf8 } from '#core/kernel/bytes';
import { hash } from './sodium';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;
const GROUP = 4;
const SECRET_CHARS = 32;
const ALL_CHARS = SECRET_CHARS + GROUP;
const LOOKALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Writes 20 secret bytes as nine groups; the last lets a reader notice a slip of the pen. */
export function formatRecoveryKey(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a recovery secret has 20 bytes');
  const chars = toBase32(secret) + checkGroup(secret);
  return (chars.match(/.{4}/gu) ?? []).join('-');
}

/**
 * Reads a recovery key as a person types it: any case, with or without spaces
 * and hyphens, O for 0, I or L for 1. Throws `vault/recovery-key` where it cannot be one.
 */
export function parseRecoveryKey(text: string): Uint8Array {
  const chars = text
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll(/[OIL]/gu, (letter) => LOOKALIKE[letter] ?? letter);
  if (chars.length !== ALL_CHARS) {
    throw new AppError('vault/recovery-key', { reason: 'length' });
  }
  const secret = fromBase32(chars.slice(0, SECRET_CHARS));
  if (secret === undefined || checkGroup(secret) !== chars.slice(SECRET_CHARS)) {
    throw new AppError('vault/recovery-key', { reason: 'typing' });
  }
  return secret;
}

function checkGroup(secret: Uint8Array): string {
  return toBase32(hash(concatBytes(utf8('rihai-rk-check'), secret)).subarray(0, 5)).slice(0, GROUP);
}

function toBase32(bytes: Uint8Array): string {
  let [bits, held, out] = [0, 0, ''];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5; held -= 5) out += ALPHABET.charAt((bits >> (held - 5)) & 31);
  }
  return out;
}

function fromBase32(chars: string): Uint8Array | undefined {
  const out = new Uint8Array(SECRET_BYTES);
  let [bits, held, at] = [0, 0, 0];
  for (const char of chars) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return undefined;
    bits = ((bits << 5) | value) & 0xfff;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    out[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return out;
}
