import { expect, it } from 'vitest';
import { ERROR_CODES } from '#shared/errors/codes';
import en from '#locales/en.json';

const texts: Readonly<Record<string, { readonly message: string } | undefined>> = en;
const PARTS = ['what', 'safe', 'next'];

it('every code says in the window what happened, what is safe and what to do next', () => {
  const missing = ERROR_CODES.flatMap((code) =>
    PARTS.map((part) => `error.${code}.${part}`).filter(
      (key) => (texts[key]?.message ?? '').length < 10,
    ),
  );
  expect(missing).toEqual([]);
});

it('no text of the window sends its reader to the command line', () => {
  const spoken = Object.entries(texts).filter(
    ([key, text]) => key.startsWith('error.') && /"rihai |--\w|docs\//u.test(text?.message ?? ''),
  );
  expect(spoken).toEqual([]);
});

it('the window has no text for a code that is gone', () => {
  const known = new Set<string>(
    ERROR_CODES.flatMap((code) => PARTS.map((part) => `error.${code}.${part}`)),
  );
  expect(Object.keys(texts).filter((key) => key.startsWith('error.') && !known.has(key))).toEqual(
    [],
  );
});
