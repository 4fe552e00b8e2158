const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648, lower case, without padding. */
export function base32(bytes: Uint8Array): string {
  let [bits, held, out] = [0, 0, ''];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    held += 8;
    for (; held >= 5; held -= 5) out += ALPHABET.charAt((bits >> (held - 5)) & 31);
  }
  return held === 0 ? out : out + ALPHABET.charAt((bits << (5 - held)) & 31);
}

/** The reverse. Throws where the text has another character; bits beyond the last whole byte do not count. */
export function fromBase32(text: string): Uint8Array {
  const out = new Uint8Array(Math.floor((text.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const char of text) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) throw new RangeError('not base32');
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out[at] = (held >> bits) & 0xff;
    at += 1;
  }
  return out;
}
