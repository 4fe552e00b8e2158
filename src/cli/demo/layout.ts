const WIDTH = 96;
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

/** Breaks a long line between words; what follows is indented as the line was and by `deeper`. */
function wrapped(line: string, width: number, deeper = '  '): readonly string[] {
  const indent = `${/^\s*/u.exec(line)?.[0] ?? ''}${deeper}`;
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

/** What a command printed, indented, narrow and, if long, only its first lines. */
export function outputText(text: string, most = Infinity): string {
  const lines = text.trimEnd().split('\n');
  const kept = lines.slice(0, most).flatMap((line) => wrapped(line, WIDTH - INDENT.length));
  const more = lines.length - most;
  const cut =
    more > 0 ? [`… and ${String(more)} lines more: the command above prints them all.`] : [];
  return [...kept, ...cut].map((line) => `${INDENT}${line}`.trimEnd() + '\n').join('');
}

export const headingText = (number: number, title: string): string =>
  `${String(number)}. ${title}\n\n`;

/** Running text at the width of the demo, with a line end. */
export const paragraph = (text: string): string => `${wrapped(text, WIDTH, '').join('\n')}\n`;
