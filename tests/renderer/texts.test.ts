import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Entry = { readonly message: string; readonly description: string };

const texts = JSON.parse(readFileSync('resources/locales/en.json', 'utf8')) as Record<
  string,
  Entry
>;

/** Where texts are used by their key: the window, and the menus and dialogs that main shows. */
const ROOTS = ['src/renderer', 'src/main', 'src/shared'];

function sources(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$/u.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'));
  } catch {
    return [];
  }
}

const code = ROOTS.flatMap(sources).join('\n');

/** A family of keys is used by a template: `error.${code}.what` uses every `error.….what`. */
const families = [...code.matchAll(/`([a-z][\w.-]*\.)\$\{[^}]*\}([\w.-]*)`/gu)].map(
  ([, before, after]) => ({ before: before ?? '', after: after ?? '' }),
);

const isUsed = (key: string): boolean =>
  code.includes(`'${key}'`) ||
  code.includes(`"${key}"`) ||
  families.some(({ before, after }) => key.startsWith(before) && key.endsWith(after));

it('every text is used somewhere', () => {
  expect(Object.keys(texts).filter((key) => !isUsed(key))).toEqual([]);
});

it('every text tells its translator what it is for', () => {
  const bare = Object.entries(texts).filter(
    ([, { message, description }]) => message === '' || description.length < 10,
  );
  expect(bare).toEqual([]);
});

it('keys stand in order, so that two people adding one do not clash', () => {
  const keys = Object.keys(texts);
  expect(keys).toEqual([...keys].sort((left, right) => (left < right ? -1 : 1)));
});

it('texts speak plainly: no capitals for style, no exclamation, typographic quotes', () => {
  const loud = Object.entries(texts).filter(([, { message }]) =>
    /!|\b[A-Z]{5,}\b|"|\.\.\./u.test(message),
  );
  expect(loud).toEqual([]);
});
