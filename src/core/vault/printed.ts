import { concatBytes, utf8 } from '#core/kernel/bytes';
import { hash } from './sodium';

// Secrets on paper: Crockford's base32 in groups of four, the last of which lets a reader notice a slip of the pen.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const LOOKALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** Writes bytes as groups, with a check of 20 bits that `domain` makes its own. */
export function toPrinted(bytes: Uint8Array, domain: string): string {
  const chars = toBase32(bytes) + checkGroup(bytes, domain);
  return (chars.match(/.{4}/gu) ?? []).join('-');
}

/**
 * Reads them as a person types: any case, with or without spaces and hyphens, O for 0, I or L
 * for 1. Answers what is wrong where they are not so many bytes with their check.
 */
export function fromPrinted(
  text: string,
  domain: string,
  length: number,
): Uint8Array | 'length' | 'typing' {
  const chars = text
    .toUpperCase()
    .replaceAll(/[\s-]/gu, '')
    .replaceAll(/[OIL]/gu, (letter) => LOOKALIKE[letter] ?? letter);
  const own = Math.ceil((length * 8) / 5);
  if (chars.length !== own + GROUP) return 'length';
  const bytes = fromBase32(chars.slice(0, own), length);
  const isRight = bytes !== undefined && checkGroup(bytes, domain) === chars.slice(own);
  return isRight ? bytes : 'typing';
}

const checkGroup = (bytes: Uint8Array, domain: string): string =>
  toBase32(hash(concatBytes(utf8(domain), bytes)).subarray(0, 5)).slice(0, GROUP);

/** Most significant bit first; zeros fill the last character. */
function toBase32(bytes: Uint8Array): string {
  let [bits, held, out] = [0, 0, ''];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5; held -= 5) out += ALPHABET.charAt((bits >> (held - 5)) & 31);
  }
  return held === 0 ? out : out + ALPHABET.charAt((bits << (5 - held)) & 31);
}

function fromBase32(chars: string, length: number): Uint8Array | undefined {
  const out = new Uint8Array(length);
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
  return (bits & ((1 << held) - 1)) === 0 ? out : undefined;
}
