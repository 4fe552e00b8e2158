const WIDTH = 100;
const INDENT = '   ';

const PLAIN_WORD = /^[\w@%+=:,./-]+$/u;

/** A word as a shell reads it back. */
const quoted = (word: string): string =>
  PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Puts an option and its value on one line together; `--json` stands alone. */
function units(words: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const word of words) {
    const last = out.at(-1);
    const takesValue = last !== undefined && /^--[a-z-]+$/u.test(last) && !word.startsWith('--');
    if (takesValue) out[out.length - 1] = `${last} ${quoted(word)}`;
    else out.push(quoted(word));
  }
  return out;
}

/** A command line, broken so that it stays narrow and can still be copied. */
export function commandText(words: readonly string[], prefix = `${INDENT}$ `): string {
  const lines: string[] = [];
  let line = `${prefix}npx rihai`;
  for (const unit of units(words)) {
    if (line.length + unit.length + 3 > WIDTH) {
      lines.push(`${line} \\`);
      line = `${' '.repeat(prefix.length + 2)}${unit}`;
    } else line += ` ${unit}`;
  }
  return `${[...lines, line].join('\n')}\n`;
}

const MOST_HANGING = 24;
const LABEL = /^\s*\S+(?: \S+)* {2,}(?=\S)/u;

/** Where a broken line goes on: under what follows its first column, or a little deeper than it began. */
function hangingIndent(line: string): string {
  const label = LABEL.exec(line)?.[0].length ?? Infinity;
  const indent = /^\s*/u.exec(line)?.[0].length ?? 0;
  return ' '.repeat(label <= MOST_HANGING ? label : Math.min(indent + 2, MOST_HANGING));
}

/** Breaks a long line between words. */
function wrapped(line: string, width: number, indent = hangingIndent(line)): readonly string[] {
  const lines: string[] = [];
  let rest = line.trimEnd();
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const at = space > indent.length ? space : width;
    lines.push(rest.slice(0, at).trimEnd());
    rest = `${indent}${rest.slice(at).trimStart()}`;
  }
  return [...lines, rest];
}

const ID = /\b([0-9a-f]{8}-[0-9a-f]{4})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gu;

/** Keeps the first characters of every id: enough for every command, and narrow. */
export const shortIds = (text: string): string => text.replaceAll(ID, '$1');

/** What a command printed, indented and narrow. */
export function outputText(text: string): string {
  const lines = shortIds(text).trimEnd().split('\n');
  return lines
    .flatMap((line) => wrapped(line, WIDTH - INDENT.length))
    .map((line) => `${`${INDENT}${line}`.trimEnd()}\n`)
    .join('');
}

export const headingText = (number: number, title: string): string =>
  `${String(number)}. ${title}\n\n`;

/** Running text at the width of the demo, with a line end. */
export const paragraph = (text: string): string => `${wrapped(text, WIDTH, '').join('\n')}\n`;
