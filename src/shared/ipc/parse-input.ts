import type { Entry } from './entry';
import { failure, success, type Result } from './result';

const refused = (field: string): Result<never> =>
  failure('input/field', { field, reason: 'shape' });

/** The input of a call by its schema, or the refusal `input/field`. Never throws. */
export function parseInput({ input: schema }: Entry, input: unknown): Result<unknown> {
  try {
    const parsed = schema.safeParse(input);
    if (parsed.success) return success(parsed.data);
    return refused(parsed.error.issues[0]?.path.map(String).join('/') ?? '');
  } catch {
    // Nested so deep that looking at it fails.
    return refused('');
  }
}
