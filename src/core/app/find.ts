import type { AnyId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { fromHex } from '#core/kernel/bytes';
import { theOne } from '#core/kernel/the-one';

const LEAST_DIGITS = 4;
const ALL_DIGITS = 32;

/** Ids from `low` to `high`, at most `limit`. */
export type Between<Id extends AnyId> = (
  low: Uint8Array,
  high: Uint8Array,
  limit: number,
) => readonly Id[];

/**
 * Finds the one id that starts with the digits given, hyphens or not. Throws
 * `input/not-found`, or `input/ambiguous` where several do or fewer than four
 * digits were given.
 */
export function findByPrefix<Id extends AnyId>(between: Between<Id>, text: string): Id {
  const digits = text.toLowerCase().replaceAll('-', '');
  if (!/^[0-9a-f]{1,32}$/u.test(digits)) throw new AppError('input/not-found', { id: text });
  if (digits.length < LEAST_DIGITS) throw new AppError('input/ambiguous', { id: text });
  const low = fromHex(digits.padEnd(ALL_DIGITS, '0'));
  const high = fromHex(digits.padEnd(ALL_DIGITS, 'f'));
  return theOne(between(low, high, 2), text);
}

const SHORT_DIGITS = 8;
/** Digits of an id after which a hyphen stands. */
const HYPHENS = [8, 12, 16, 20];

const digitsOf = (id: AnyId): string => id.replaceAll('-', '');

function sameDigits(a: string, b: string): number {
  let same = 0;
  while (same < ALL_DIGITS && a[same] === b[same]) same += 1;
  return same;
}

/** The first characters of an id, at least eight, that none of its neighbours in order begins with. */
export function shortened(id: AnyId, neighbours: readonly AnyId[]): string {
  const digits = digitsOf(id);
  const same = neighbours.map((other) => sameDigits(digits, digitsOf(other)));
  const needed = Math.min(ALL_DIGITS, Math.max(SHORT_DIGITS, ...same.map((n) => n + 1)));
  return id.slice(0, needed + HYPHENS.filter((at) => at < needed).length);
}
