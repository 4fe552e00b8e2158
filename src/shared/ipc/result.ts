import type { ErrorCode } from '#shared/errors/codes';
import type { ErrorParams } from '#shared/errors/app-error';

/** An error as it crosses to the window: a code and the values of its text, nothing else. */
export type WireError = { readonly code: ErrorCode; readonly params: ErrorParams };

/** What every call answers: a value, or a coded error; never silence. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (code: ErrorCode, params: ErrorParams = {}): Result<never> => ({
  ok: false,
  error: { code, params },
});
