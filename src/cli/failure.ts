import { randomInt } from 'node:crypto';
import { AppError } from '#shared/errors/app-error';
import { exitOf } from '#shared/errors/exits';
import { errorText } from '#shared/errors/texts';
import { toAppError } from '#core/app/index';
import type { Context } from './context';

/** Anything that is no coded error becomes `internal` with a number to quote; its own words may hold case text. */
export function asAppError(thrown: unknown): AppError {
  const error = toAppError(thrown);
  if (error.code !== 'internal') return error;
  return new AppError('internal', { reference: String(randomInt(10_000_000, 100_000_000)) }, error);
}

/** Says what went wrong, on standard output as JSON or on standard error in words, and answers the exit code. */
export function report(context: Context, thrown: unknown, asJson: boolean): number {
  const error = asAppError(thrown);
  const exit = exitOf(error.code);
  const text = errorText(error.code, error.params);
  if (asJson) {
    const { code, params } = error;
    context.out(`${JSON.stringify({ error: { code, exit, ...text, params } })}\n`);
  } else {
    context.err(`rihai: ${text.what}\n       ${text.safe}\n       ${text.next}\n`);
  }
  return exit;
}
