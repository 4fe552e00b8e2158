import { AppError } from '#shared/errors/app-error';

/**
 * The only one that was found. Throws `input/not-found`, or `input/ambiguous` where there are
 * several, with what was asked for.
 */
export function theOne<T>(found: readonly T[], asked: string): T {
  const [first, ...more] = found;
  if (first === undefined) throw new AppError('input/not-found', { id: asked });
  if (more.length > 0) throw new AppError('input/ambiguous', { id: asked });
  return first;
}
