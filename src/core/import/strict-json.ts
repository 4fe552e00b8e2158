import type { JsonValue } from '#core/changes/model';
import { flaw, type Flaw } from './faults';

const MOST_DEPTH = 32;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

export type ParsedJson =
  | { readonly isOk: true; readonly value: JsonValue }
  | { readonly isOk: false; readonly flaw: Flaw };

/** Keys of an object that is open; an open list has none. */
type Level = { readonly keys: Set<string> | undefined; expectsKey: boolean };

/** Finds what `JSON.parse` lets pass: a key given twice (the first would vanish) and needless depth. Reads valid JSON only. */
function hiddenFlaw(text: string): Flaw | undefined {
  const open: Level[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const top = open.at(-1);
    switch (token) {
      case '{':
      case '[':
        open.push({ keys: token === '{' ? new Set() : undefined, expectsKey: token === '{' });
        if (open.length > MOST_DEPTH) return flaw('too-deep');
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (top !== undefined) top.expectsKey = true;
        break;
      case ':':
        break;
      default:
        if (isRepeatedKey(token, top)) return flaw('duplicate-key');
    }
  }
  return undefined;
}

function isRepeatedKey(token: string, level: Level | undefined): boolean {
  if (level?.keys === undefined || !level.expectsKey) return false;
  level.expectsKey = false;
  const key = JSON.parse(token) as string;
  if (level.keys.has(key)) return true;
  level.keys.add(key);
  return false;
}

/** Reads one JSON value as RFC 8259 has it, and refuses keys given twice and more than 32 levels. */
export function parseStrictJson(text: string): ParsedJson {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return { isOk: false, flaw: flaw('not-json') };
  }
  const found = hiddenFlaw(text);
  return found === undefined ? { isOk: true, value } : { isOk: false, flaw: found };
}
