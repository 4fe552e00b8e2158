import type { ErrorCode } from './codes';

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * The one error class. `code` says what happened, `params` fill the text of
 * `texts.ts`; neither may hold a name, a note or a passphrase of the case file,
 * because errors reach logs and terminals. A path or field name the user typed
 * on the command line may stand in `params`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }
}

export const isAppError = (value: unknown, code?: ErrorCode): value is AppError =>
  value instanceof AppError && (code === undefined || value.code === code);
