import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The parts of an Office package by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export const readPackage = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));

export const partText = (bytes: Uint8Array): string => strFromU8(bytes);
export const partBytes = (text: string): Uint8Array => strToU8(text);

/** First what a reader of packages looks for first, then by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];

function inOrder(a: string, b: string): number {
  const rank = (name: string): number =>
    FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Midnight of 1 January 1980, where ZIP time begins. Made of local parts, because ZIP keeps those. */
const NO_TIME = new Date(1980, 0, 1);

/** The same parts always give the same bytes: fixed order, times, compression and attributes. */
export function writePackage(parts: Parts): Uint8Array {
  const zip: Zippable = {};
  for (const name of [...parts.keys()].sort(inOrder)) {
    zip[name] = [
      parts.get(name) ?? new Uint8Array(),
      { level: 9, mtime: NO_TIME, os: 0, attrs: 0 },
    ];
  }
  return zipSync(zip);
}
