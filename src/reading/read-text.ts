/** Text taken from bytes, and how they were read. */
export type ReadText = { readonly text: string; readonly encoding: string };

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Of a thousand characters, how many may be controls, and how many unreadable, in a text. */
const CONTROLS_PER_MILLE = 5;
const UNREADABLE_PER_MILLE = 20;
/** Bytes looked at to tell UTF-16 from UTF-8 and one code page from another. */
const SAMPLE_BYTES = 65_536;

// Never fatal: what cannot be read becomes U+FFFD and is counted. A character cut off at the end is dropped.
const decode = (encoding: string, bytes: Uint8Array): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

const UNREADABLE = 0xfffd;

/** Without an array of what was found: a text may be 20 MB long. */
function countUnits(text: string, isCounted: (unit: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) if (isCounted(text.charCodeAt(at))) found += 1;
  return found;
}

/** Controls that no text has; tab, line feed, vertical tab, form feed and carriage return are text. */
const isControl = (unit: number): boolean => unit < 9 || (unit > 13 && unit < 32) || unit === 127;

const isText = (text: string): boolean =>
  text !== '' &&
  !text.includes('\u0000') &&
  countUnits(text, isControl) * 1000 <= text.length * CONTROLS_PER_MILLE &&
  countUnits(text, (unit) => unit >= UNREADABLE) * 1000 <= text.length * UNREADABLE_PER_MILLE;

function bomOf(bytes: Uint8Array): string | undefined {
  return BOMS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

/** Every second byte of UTF-16 is 0 in English and 6 in Urdu; no other encoding looks like that. */
function utf16Of(sample: Uint8Array): string | undefined {
  if (sample.length < 4 || sample.length % 2 !== 0) return undefined;
  const highs = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0 || byte === 6) highs[at % 2] = (highs[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = highs;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.3) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.3 ? 'utf-16be' : undefined;
}

/** Valid, or with so few faults beside its many-byte letters that nothing else explains it. */
function asUtf8(bytes: Uint8Array): ReadText | undefined {
  const text = decode('utf-8', bytes);
  const faults = countUnits(text, (unit) => unit === UNREADABLE);
  const letters = countUnits(text, (unit) => unit > 127 && unit !== UNREADABLE);
  return faults * 20 <= letters ? { text, encoding: 'utf-8' } : undefined;
}

/** Arabic words are runs of high bytes; in Western text a high byte stands among low ones. */
function codePageOf(sample: Uint8Array): string {
  let inRuns = 0;
  let alone = 0;
  sample.forEach((byte, at) => {
    if (byte < 0xc0) return;
    if ((sample[at - 1] ?? 0) >= 0xc0 || (sample[at + 1] ?? 0) >= 0xc0) inRuns += 1;
    else alone += 1;
  });
  return inRuns > alone ? 'windows-1256' : 'windows-1252';
}

/**
 * Reads bytes as plain text: UTF-8 and UTF-16 with or without a mark, Windows
 * Arabic (1256) and Western (1252). Undefined where they are not text. Takes any
 * bytes and never throws.
 */
export function readText(bytes: Uint8Array): ReadText | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const known = bomOf(sample) ?? utf16Of(sample);
  const wide =
    known === undefined ? asUtf8(bytes) : { text: decode(known, bytes), encoding: known };
  const encoding = codePageOf(sample);
  const read = wide ?? { text: decode(encoding, bytes), encoding };
  return isText(read.text) ? read : undefined;
}
