import { createHash } from 'node:crypto';
import { concatBytes, fromHex, toHex, utf8 } from '#core/kernel/bytes';

/** How a sealed text file ends: a keyed hash of 32 bytes, or a signature of 64. */
type Closing = 'mac' | 'sig';

export type TextFileKind = {
  readonly title: string;
  readonly version: number;
  readonly closing: Closing;
  readonly maxBytes: number;
};

export type TextFile = {
  readonly json: string;
  /** Lines 1 to 3 as they stand in the file: what MAC or signature covers. */
  readonly covered: Uint8Array;
  readonly proof: Uint8Array;
};

/** `newer` only where the checksum holds, so that damage is never taken for a later version. */
type TextFileResult =
  | { readonly ok: true; readonly file: TextFile }
  | { readonly ok: false; readonly why: 'damaged' | 'newer' };

const DAMAGED: TextFileResult = { ok: false, why: 'damaged' };
const PROOF_BYTES: Readonly<Record<Closing, number>> = { mac: 32, sig: 64 };

/** Splits and checks the shape of `docs/formats.md` §2; the proof itself is for the caller to verify. */
export function parseTextFile(bytes: Uint8Array, kind: TextFileKind): TextFileResult {
  const lines = bytes.length > kind.maxBytes ? undefined : fourLines(bytes);
  if (lines === undefined) return DAMAGED;
  const [titleLine, json, sumLine, proofLine] = lines;
  const summed = utf8(`${titleLine}\n${json}\n`);
  const version = versionOf(titleLine, kind.title);
  const isSound = sumLine === `sha256:${sha256Hex(summed)}`;
  if (!isSound || version === undefined || version < kind.version) return DAMAGED;
  if (version > kind.version) return { ok: false, why: 'newer' };
  const proof = proofOf(proofLine, kind.closing);
  if (proof === undefined) return DAMAGED;
  return { ok: true, file: { json, covered: concatBytes(summed, utf8(`${sumLine}\n`)), proof } };
}

/** Writes the shape; `prove` answers MAC or signature over what it is given. */
export function writeTextFile(
  kind: TextFileKind,
  json: string,
  prove: (covered: Uint8Array) => Uint8Array,
): Uint8Array {
  const summed = utf8(`${kind.title} ${String(kind.version)}\n${json}\n`);
  const covered = concatBytes(summed, utf8(`sha256:${sha256Hex(summed)}\n`));
  return concatBytes(covered, utf8(`${kind.closing}:${toHex(prove(covered))}\n`));
}

type FourLines = readonly [title: string, json: string, sum: string, proof: string];

function fourLines(bytes: Uint8Array): FourLines | undefined {
  const [title, json, sum, proof, rest, ...more] = decode(bytes)?.split('\n') ?? [];
  if (title === undefined || json === undefined || sum === undefined) return undefined;
  return proof !== undefined && rest === '' && more.length === 0
    ? [title, json, sum, proof]
    : undefined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function versionOf(line: string, title: string): number | undefined {
  const found = /^([A-Z0-9-]+) ([1-9][0-9]{0,5})$/u.exec(line);
  return found?.[1] === title ? Number(found[2]) : undefined;
}

function proofOf(line: string, closing: Closing): Uint8Array | undefined {
  const hex = line.startsWith(`${closing}:`) ? line.slice(closing.length + 1) : '';
  const isHex = /^[0-9a-f]+$/u.test(hex) && hex.length === PROOF_BYTES[closing] * 2;
  return isHex ? fromHex(hex) : undefined;
}

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
