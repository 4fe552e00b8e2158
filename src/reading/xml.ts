import { AppError } from '#shared/errors/app-error';

/** What stands in a file of XML, in its order; names are without the prefix of their namespace. */
export type XmlListener = {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const MOST_DEPTH = 256;

const damaged = (): AppError => new AppError('read/damaged');

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const LAST_CODE_POINT = 0x10ffff;

function reference(body: string): string {
  if (!body.startsWith('#')) {
    const named = Object.hasOwn(NAMED, body) ? NAMED[body] : undefined;
    if (named === undefined) throw damaged();
    return named;
  }
  const isHex = body.startsWith('#x');
  const digits = body.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[\da-f]{1,6}$/iu : /^\d{1,7}$/u).test(digits)) throw damaged();
  const code = Number.parseInt(digits, isHex ? 16 : 10);
  if (code === 0 || code > LAST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) throw damaged();
  return String.fromCodePoint(code);
}

/** Only the five references that need no declaration, and numbers. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  const [before = '', ...rest] = text.split('&');
  const parts = rest.map((part) => {
    const end = part.indexOf(';');
    if (end < 1 || end > 10) throw damaged();
    return reference(part.slice(0, end)) + part.slice(end + 1);
  });
  return before + parts.join('');
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const NAME = /[^\s"'/<=>]+/uy;
const ATTRIBUTE = /\s+([^\s"'/<=>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const TAG_END = /\s*(\/?)>/uy;

/** The match of a sticky pattern at a place. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

type Tag = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  readonly end: number;
};

function tagAt(text: string, at: number): Tag {
  const [name] = matchAt(NAME, text, at) ?? [];
  if (name === undefined) throw damaged();
  const attributes = new Map<string, string>();
  let end = at + name.length;
  for (;;) {
    const found = matchAt(ATTRIBUTE, text, end);
    if (found === undefined) break;
    const [whole, key = '', double, single] = found;
    attributes.set(local(key), unescaped(double ?? single ?? ''));
    end += whole.length;
  }
  const last = matchAt(TAG_END, text, end);
  if (last === undefined) throw damaged();
  return { name, attributes, isEmpty: last[1] === '/', end: end + last[0].length };
}

/** Where a part that begins here ends, after its last sign. */
function endAfter(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  if (at < 0) throw damaged();
  return at + sign.length;
}

function elements({ open, close }: XmlListener) {
  const names: string[] = [];
  return {
    depth: () => names.length,
    open: (text: string, at: number): number => {
      const { name, attributes, isEmpty, end } = tagAt(text, at + 1);
      if (names.length >= MOST_DEPTH)
        throw new AppError('read/limit', { reason: 'parts nested too deep' });
      open?.(local(name), (key) => attributes.get(key));
      if (isEmpty) close?.(local(name));
      else names.push(name);
      return end;
    },
    close: (text: string, at: number): number => {
      const end = endAfter(text, '>', at);
      const name = text.slice(at + 2, end - 1).trimEnd();
      if (names.pop() !== name) throw damaged();
      close?.(local(name));
      return end;
    },
  };
}

const CDATA = '<![CDATA[';

/**
 * Reads XML strictly and without any declaration of its own. Throws `read/doctype` where there is one,
 * `read/damaged` where it is not well formed, and `read/limit`.
 */
export function readXml(text: string, listener: XmlListener): void {
  const nest = elements(listener);
  const say = (said: string): void => {
    if (said === '') return;
    if (nest.depth() > 0) listener.text?.(said);
    else if (said.trim() !== '') throw damaged();
  };
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag < 0) break;
    say(unescaped(text.slice(at, tag)));
    if (text.startsWith('<?', tag)) at = endAfter(text, '?>', tag);
    else if (text.startsWith('<!--', tag)) at = endAfter(text, '-->', tag + 4);
    else if (text.startsWith(CDATA, tag)) {
      at = endAfter(text, ']]>', tag);
      say(text.slice(tag + CDATA.length, at - 3));
    } else if (text.startsWith('<!', tag)) throw new AppError('read/doctype');
    else at = text.startsWith('</', tag) ? nest.close(text, tag) : nest.open(text, tag);
  }
  say(unescaped(text.slice(at)));
  if (nest.depth() > 0) throw damaged();
}

const UTF16: readonly (readonly [encoding: string, first: number, second: number])[] = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** Bytes of XML as text: UTF-8, or UTF-16 with its mark. Throws `read/damaged`. */
export function xmlText(bytes: Uint8Array): string {
  const wide = UTF16.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  try {
    return new TextDecoder(wide?.[0] ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}
