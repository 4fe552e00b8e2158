import { useText, type MessageKey, type TextValues } from '#i18n';
import type { ErrorCode } from '#shared/errors/codes';
import { CallError } from './bridge';

export type ErrorWords = {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
  /** For whoever helps. */
  readonly code: string;
};

/** Every code has its three texts: a missing one does not compile. */
const keysOf = (code: ErrorCode): readonly [MessageKey, MessageKey, MessageKey] => [
  `error.${code}.what`,
  `error.${code}.safe`,
  `error.${code}.next`,
];

/** Values that texts may name, for errors that come without them. */
const BLANK: TextValues = {
  file: '',
  reference: '',
  reason: '',
  faults: 0,
  limit: '',
  seen: '',
  held: '',
  slots: '',
  share: '',
  number: '',
  missing: '',
  seconds: 0,
  mebibytes: 0,
};

// A file may be named so that it turns the line around.
const TURNING = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

const shown = (value: string | number): string | number =>
  typeof value === 'string' ? value.replaceAll(TURNING, '?') : value;

const isKnown = (error: unknown): error is CallError => error instanceof CallError;

/** The words of an error: what happened, what is safe, what to do next. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const t = useText();
  return (error) => {
    const code = isKnown(error) ? error.code : 'internal';
    const given = isKnown(error) ? error.params : {};
    const values: TextValues = {
      ...BLANK,
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, shown(value)])),
    };
    const [what, safe, next] = keysOf(code);
    const reference = given.reference;
    return {
      what: t(what, values),
      safe: t(safe, values),
      next: t(next, values),
      code: reference === undefined ? code : `${code} ${String(reference)}`,
    };
  };
}
