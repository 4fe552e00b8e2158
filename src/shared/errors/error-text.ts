/**
 * What a person reads when something goes wrong: what happened, what is safe,
 * and what to do next. `{name}` is filled from the error's params.
 */
export type ErrorText = {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
};

export const NOTHING_WRITTEN = 'Nothing was written.';
export const VAULT_UNTOUCHED = 'The vault was not changed.';
