import { combine, split } from 'shamir-secret-sharing';
import { AppError } from '#shared/errors/app-error';
import { concatBytes, equalBytes, u8 } from '#core/kernel/bytes';
import type { Random } from '#core/kernel/ports';
import { fromPrinted, toPrinted } from './printed';
import { wipe } from './sodium';

/** How many shares there are, and how many of them open the vault. */
export type ShareScheme = { readonly needed: number; readonly of: number };

/** The schemes offered: a committee of three or of five. */
export const SHARE_SCHEMES: readonly ShareScheme[] = [
  { needed: 2, of: 3 },
  { needed: 3, of: 5 },
];

/** One part of a recovery secret, as it stands on its paper. */
type Share = {
  /** 4 bytes, the same on all papers of one splitting. */
  readonly set: Uint8Array;
  readonly needed: number;
  /** 1 to 5: which paper it is. */
  readonly number: number;
  /** 21 bytes. */
  readonly part: Uint8Array;
};

const DOMAIN = 'rihai-share-check';
const SET_BYTES = 4;
const PART_BYTES = 21;
const SHARE_BYTES = SET_BYTES + 2 + PART_BYTES;

const formatShare = ({ set, needed, number, part }: Share): string =>
  toPrinted(concatBytes(set, u8(needed), u8(number), part), DOMAIN);

/** Throws `share/typing`; `share` tells which of those given. */
function parseShare(text: string, place: number): Share {
  const bytes = fromPrinted(text, DOMAIN, SHARE_BYTES);
  const refuse = (reason: string): AppError =>
    new AppError('share/typing', { share: place, reason });
  if (typeof bytes === 'string') throw refuse(bytes);
  const [needed = 0, number = 0] = bytes.subarray(SET_BYTES);
  const isKnown = SHARE_SCHEMES.some((one) => one.needed === needed && number <= one.of);
  if (!isKnown || number === 0) throw refuse('scheme');
  const [set, part] = [bytes.slice(0, SET_BYTES), bytes.slice(SET_BYTES + 2)];
  return { set, needed, number, part };
}

/** Splits 20 secret bytes; the papers are worth nothing one by one. */
export async function splitSecret(
  secret: Uint8Array,
  { needed, of }: ShareScheme,
  random: Random,
): Promise<readonly string[]> {
  const set = random.bytes(SET_BYTES);
  const parts = await split(secret, of, needed);
  const texts = parts.map((part, at) => formatShare({ set, needed, number: at + 1, part }));
  wipe(...parts);
  return texts;
}

/** What can be said of shares before there are enough: how many more are wanted. Throws as `combineShares`, but for `share/few`. */
export function missingShares(texts: readonly string[]): number {
  const shares = texts.map((text, at) => parseShare(text, at + 1));
  const [first] = shares;
  if (first === undefined) return Math.min(...SHARE_SCHEMES.map(({ needed }) => needed));
  const isOneSet = shares.every(
    ({ set, needed }) => equalBytes(set, first.set) && needed === first.needed,
  );
  if (!isOneSet) throw new AppError('share/mixed');
  const numbers = shares.map(({ number }) => number);
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice !== undefined) throw new AppError('share/twice', { number: twice });
  return Math.max(0, first.needed - shares.length);
}

/**
 * Rebuilds the secret. Throws `share/typing`, `share/mixed` for papers of different splittings,
 * `share/twice` and `share/few`. Whether it opens anything only a vault can tell.
 */
export async function combineShares(texts: readonly string[]): Promise<Uint8Array> {
  const missing = missingShares(texts);
  if (missing > 0) throw new AppError('share/few', { missing });
  const parts = texts.map((text, at) => parseShare(text, at + 1).part);
  try {
    return await combine(parts);
  } catch (cause) {
    // Two papers that carry the same point: one of them was made up.
    throw new AppError('share/mixed', {}, cause);
  } finally {
    wipe(...parts);
  }
}
