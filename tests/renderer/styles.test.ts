import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = 'src/renderer';
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((path) =>
  join(ROOT, path),
);
const code = files.filter((path) => /\.tsx?$/u.test(path));
const sheets = files.filter((path) => path.endsWith('.css'));

const classesOf = (css: string): Set<string> =>
  new Set(
    [...css.matchAll(/\.(?<name>[a-z][a-zA-Z0-9]*)(?=[^{}]*\{)/gu)].map(([, name]) => name ?? ''),
  );

type Use = {
  readonly sheet: string;
  readonly names: readonly string[];
  readonly isDynamic: boolean;
};

/** Which classes of which modules a file uses: `css.name`, or `css[state]`. */
function usesIn(path: string): Use[] {
  const text = readFileSync(path, 'utf8');
  const imports = text.matchAll(
    /(?:import (?<local>\w+) from|as text\b.*from|default as \w+ \} from) '(?<from>[^']+\.module\.css)'/gu,
  );
  return [...imports].map(({ groups }) => {
    const local = groups?.['local'] ?? '';
    const names = [
      ...text.matchAll(new RegExp(`(?<![./\\w])${local}\\.([a-zA-Z0-9]+)\\b(?!\\.css)`, 'gu')),
    ].map(([, name]) => name ?? '');
    return {
      sheet: resolve(dirname(path), groups?.['from'] ?? ''),
      names: local === '' ? [] : names,
      isDynamic: local === '' || text.includes(`${local}[`),
    };
  });
}

const uses = code.flatMap(usesIn);

describe('style modules', () => {
  it('hold every class that a component names', () => {
    const missing = uses.flatMap(({ sheet, names }) => {
      const known = classesOf(readFileSync(sheet, 'utf8'));
      return names.filter((name) => !known.has(name)).map((name) => `${sheet}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('hold no class that no component names', () => {
    const idle = sheets
      .filter((path) => path.endsWith('.module.css'))
      .flatMap((path) => {
        const mine = uses.filter(({ sheet }) => sheet === resolve(path));
        if (mine.some(({ isDynamic }) => isDynamic)) return [];
        const named = new Set(mine.flatMap(({ names }) => names));
        return [...classesOf(readFileSync(path, 'utf8'))]
          .filter((name) => !named.has(name))
          .map((name) => `${path}: ${name}`);
      });
    expect(idle).toEqual([]);
  });

  it('use only tokens that exist, and every token is used', () => {
    const css = sheets.map((path) => readFileSync(path, 'utf8')).join('\n');
    const all = css + code.map((path) => readFileSync(path, 'utf8')).join('\n');
    const defined = new Set(
      [...all.matchAll(/(?<=^|[\s'{;])--[a-z][\w-]*(?=['"]?:)/gu)].map(([name]) => name),
    );
    const used = new Set(
      [...css.matchAll(/var\((?<name>--[\w-]+)/gu)].map(([, name]) => name ?? ''),
    );
    // React Aria tells the width of what opened a list.
    used.delete('--trigger-width');
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });
});
