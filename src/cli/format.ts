const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const UNSAFE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const FSI = '\u2068';
const PDI = '\u2069';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns a text takes on a terminal, near enough for Latin and Urdu. */
const widthOf = (text: string): number => [...graphemes.segment(text)].length;

/** Makes text of the case file safe to lay out: nothing that steers a terminal, Urdu kept to its own place. */
export type Show = (text: string) => string;

export const showFor =
  (isTerminal: boolean): Show =>
  (text) => {
    const plain = text.replaceAll(UNSAFE, ' ');
    return isTerminal && RTL.test(plain) ? `${FSI}${plain}${PDI}` : plain;
  };

export type Column<Row> = {
  readonly title: string;
  readonly of: (row: Row) => string;
  /** Where a table would be too wide, text of this column goes on in further lines, so narrow at the least. */
  readonly least?: number;
};

/** Columns of a table at the most: within 100, also where the demo sets it in. */
const MOST_WIDTH = 96;
const GAP = '  ';

/** Breaks text between words, a longer word at a hyphen or inside it. Nothing is cut. */
export function broken(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const letters = [...graphemes.segment(word)].map(({ segment }) => segment);
    while (letters.length > width) {
      const hyphen = letters.lastIndexOf('-', width - 1);
      lines.push(letters.splice(0, hyphen > 0 ? hyphen + 1 : width).join(''));
    }
    line = letters.join('');
  }
  return [...lines, line];
}

/** Takes width from the widest column that can be broken until the table fits, or none has any to give. */
function fitted(widths: readonly number[], least: readonly number[], most: number): number[] {
  const fit = [...widths];
  const total = (): number =>
    fit.reduce((sum, one) => sum + one, 0) + GAP.length * (fit.length - 1);
  for (let excess = total() - most; excess > 0; excess -= 1) {
    const spare = fit.map((width, index) => (width > (least[index] ?? width) ? width : 0));
    const widest = spare.indexOf(Math.max(...spare));
    if (spare[widest] === 0) break;
    fit[widest] = (fit[widest] ?? 0) - 1;
  }
  return fit;
}

type TableOptions<Row> = {
  /** Characters in a line at the most. */
  readonly most?: number;
  /** Lines said of a row under it, set in a little. */
  readonly below?: (row: Row) => readonly string[];
};

const BELOW = ' '.repeat(4);

/** Lays rows out in aligned columns under their titles, as wide as a terminal; columns without any text are left out. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  show: Show,
  { most = MOST_WIDTH, below }: TableOptions<Row> = {},
): string {
  const used = columns
    .map((column) => ({ column, cells: rows.map(column.of) }))
    .filter((one) => one.cells.some((cell) => cell !== ''));
  const natural = used.map(({ column, cells }) =>
    Math.max(widthOf(column.title), ...cells.map(widthOf)),
  );
  const least = used.map(({ column }, index) => column.least ?? natural[index] ?? 0);
  const widths = fitted(natural, least, most);
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, index) => {
        const gap = (widths[index] ?? 0) - widthOf(text);
        return `${show(text)}${index === texts.length - 1 ? '' : ' '.repeat(Math.max(0, gap))}`;
      })
      .join(GAP)
      .trimEnd();
  const linesOf = (texts: readonly string[]): readonly string[] => {
    const cells = texts.map((text, index) => broken(text, widths[index] ?? 0));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_none, line) =>
      lineOf(cells.map((lines) => lines[line] ?? '')),
    );
  };
  return [
    lineOf(used.map(({ column }) => column.title)),
    ...rows.flatMap((row, index) => [
      ...linesOf(used.map((one) => one.cells[index] ?? '')),
      ...(below?.(row) ?? []).flatMap((text) =>
        broken(text, most - BELOW.length).map((line) => `${BELOW}${show(line)}`),
      ),
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Names and values below each other, the values in one column. */
export function pairs(
  rows: readonly (readonly [name: string, value: string])[],
  show: Show,
  indent = '',
): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows
    .map(([name, value]) => {
      const lines = value.split('\n').map(show);
      const gap = `${indent}${' '.repeat(width + 2)}`;
      return `${indent}${name.padEnd(width)}  ${lines.join(`\n${gap}`)}\n`;
    })
    .join('');
}

/** An instant as it is shown: to the minute, in universal time. */
export const minuteOf = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
