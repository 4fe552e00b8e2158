import { signCheckpoint, type Checkpoint } from '#core/audit/checkpoint';
import { createHash } from 'node:crypto';
import { concatBytes, utf8 } from '#core/kernel/bytes';

export type Rng = {
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Uint8Array;
};

export function rngOf(random: () => number): Rng {
  const below = (end: number): number => Math.floor(random() * end);
  return {
    below,
    pick: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

/** What parsers stumble over: ends of number ranges, quotes, directions, separators, other digits, lone bytes. */
const TOKENS = [
  ...[
    '',
    '\0',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '/',
    '..',
    '-',
    '--',
  ],
  ...[
    '0',
    '-0',
    '-1',
    '1e999',
    '9007199254740993',
    '4294967296',
    '00',
    'NaN',
    'null',
    'true',
    '{}',
  ],
  ...[
    '\u{feff}',
    '\u202e',
    '\u2028',
    '\u0660',
    '\u06f4',
    '\u{1d7d9}',
    'İ',
    'ß',
    '\ud800',
    '__proto__',
  ],
  ...[
    'constructor',
    '"a":1,',
    '\\u0000',
    '\\ud800',
    '=',
    '====',
    '~',
    '?',
    '%',
    'X',
    '../',
    'Z',
    '+05:00',
  ],
].map(utf8);

type Change = (bytes: Uint8Array, rng: Rng, others: readonly Uint8Array[]) => Uint8Array;

const spliced = (bytes: Uint8Array, from: number, until: number, put: Uint8Array): Uint8Array =>
  concatBytes(bytes.subarray(0, from), put, bytes.subarray(until));

/** A place and the end of a run behind it, mostly a short one. */
function run(bytes: Uint8Array, rng: Rng): readonly [number, number] {
  const from = rng.below(bytes.length + 1);
  const length = rng.below(rng.pick([2, 8, 64, bytes.length + 1]));
  return [from, Math.min(bytes.length, from + length)];
}

const CHANGES: readonly Change[] = [
  (bytes, rng) => {
    if (bytes.length === 0) return bytes;
    const out = Uint8Array.from(bytes);
    const at = rng.below(out.length);
    out[at] = (out[at] ?? 0) ^ (1 << rng.below(8));
    return out;
  },
  (bytes, rng) => {
    const [from, until] = run(bytes, rng);
    return spliced(bytes, from, until, rng.bytes(until - from));
  },
  (bytes, rng) => {
    const [from, until] = run(bytes, rng);
    return spliced(bytes, from, until, new Uint8Array());
  },
  (bytes, rng) => {
    const [from, until] = run(bytes, rng);
    return spliced(bytes, until, until, bytes.subarray(from, until));
  },
  (bytes, rng) => {
    const at = rng.below(bytes.length + 1);
    return spliced(bytes, at, at, rng.pick(TOKENS));
  },
  (bytes, rng) => {
    const [from, until] = run(bytes, rng);
    return spliced(bytes, from, until, rng.pick(TOKENS));
  },
  (bytes, rng) => bytes.subarray(0, rng.below(bytes.length + 1)),
  (bytes, rng, others) => {
    const other = rng.pick(others);
    const [from, until] = run(other, rng);
    const at = rng.below(bytes.length + 1);
    return spliced(
      bytes,
      at,
      Math.min(bytes.length, at + until - from),
      other.subarray(from, until),
    );
  },
  // Another digit where a digit stands: numbers that are still well formed, but others.
  (bytes, rng) => {
    const digits = [...bytes.keys()].filter((at) => ((bytes[at] ?? 0) - 0x30) >>> 0 < 10);
    if (digits.length === 0) return bytes;
    const at = rng.pick(digits);
    return spliced(bytes, at, at + 1, utf8(String(rng.below(10))));
  },
  // The same run very often: what is quadratic shows.
  (bytes, rng) => {
    const [from, until] = run(bytes, rng);
    const part = bytes.subarray(from, Math.min(until, from + 8));
    const times = rng.below(rng.pick([4, 64, 4096]));
    return spliced(bytes, until, until, concatBytes(...Array.from({ length: times }, () => part)));
  },
];

/** One input: a valid sample changed one to four times, or, one in ten, bytes of no meaning. */
export function nextInput(samples: readonly Uint8Array[], rng: Rng): Uint8Array {
  if (rng.below(10) === 0) return rng.bytes(rng.below(rng.pick([4, 64, 512, 4096])));
  let bytes = rng.pick(samples);
  for (let left = 1 + rng.below(4); left > 0; left -= 1) {
    bytes = rng.pick(CHANGES)(bytes, rng, samples);
  }
  return bytes;
}

/** Puts the right checksum on a changed text file, so that what lies behind it is reached. */
export function withChecksum(bytes: Uint8Array): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  if (lines.length < 4) return bytes;
  const summed = Buffer.from(`${lines[0] ?? ''}\n${lines[1] ?? ''}\n`, 'latin1');
  const sum = createHash('sha256').update(summed).digest('hex');
  return new Uint8Array(
    Buffer.concat([summed, Buffer.from(`sha256:${sum}\n${lines.slice(3).join('\n')}`, 'latin1')]),
  );
}

/** A checkpoint over what nobody wrote; none where `seq` is 0. */
export const signedPlace = (rng: Rng, seq: number): Checkpoint | undefined =>
  seq === 0
    ? undefined
    : signCheckpoint(
        {
          ...{ vaultId: rng.bytes(16), seq, hash: rng.bytes(32) },
          ...{ tsMs: 1_760_000_000_000, device: rng.bytes(16) },
        },
        rng.bytes(32),
      );
