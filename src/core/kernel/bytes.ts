/** Concatenates byte arrays, in the order given. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Bytes that are there already, as a stream of them. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** The same stream, each part told as it passes. */
export async function* tapped(
  source: AsyncIterable<Uint8Array>,
  onPart: (part: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of source) {
    onPart(part);
    yield part;
  }
}

const ZEROS = new Uint8Array(65_536);

export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const part = bytes.subarray(at, at + ZEROS.length);
    if (!equalBytes(part, ZEROS.subarray(0, part.length))) return false;
  }
  return true;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/u.test(text)) throw new RangeError('not lower-case hex');
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export const u8 = (value: number): Uint8Array => Uint8Array.of(value);

/** Little-endian 32-bit. */
export function u32(value: number): Uint8Array {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, value, true);
  return out;
}

/** Little-endian 64-bit from a safe integer. */
export function u64(value: number): Uint8Array {
  const out = new Uint8Array(8);
  new DataView(out.buffer).setBigUint64(0, BigInt(value), true);
  return out;
}

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && Buffer.compare(a, b) === 0;
