import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { fromHex } from '#core/kernel/bytes';
import type { recordLists } from '#core/db/repositories/record-list';

const LEAST_DIGITS = 4;
const ALL_DIGITS = 32;

/**
 * Finds the one record whose id starts with the digits given, hyphens or not.
 * Throws `input/not-found`, or `input/ambiguous` where several do or fewer than
 * four digits were given.
 */
export function findByPrefix(lists: ReturnType<typeof recordLists>, text: string): RecordId {
  const digits = text.toLowerCase().replaceAll('-', '');
  if (!/^[0-9a-f]{1,32}$/u.test(digits)) throw new AppError('input/not-found', { id: text });
  if (digits.length < LEAST_DIGITS) throw new AppError('input/ambiguous', { id: text });
  const found = lists.between(
    fromHex(digits.padEnd(ALL_DIGITS, '0')),
    fromHex(digits.padEnd(ALL_DIGITS, 'f')),
    2,
  );
  const [first] = found;
  if (first === undefined) throw new AppError('input/not-found', { id: text });
  if (found.length > 1) throw new AppError('input/ambiguous', { id: text });
  return first;
}
