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
  /** Longer text is cut. */
  readonly most?: number;
};

function cut(text: string, most: number): string {
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  return parts.length <= most ? text : `${parts.slice(0, most - 1).join('')}…`;
}

/** Lays rows out in aligned columns under their titles; columns without any text are left out. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  show: Show,
): string {
  const cells = columns.map(({ of, most = 60 }) => rows.map((row) => cut(of(row), most)));
  const used = columns
    .map((column, index) => ({ column, cells: cells[index] ?? [] }))
    .filter((one) => one.cells.some((cell) => cell !== ''));
  const widths = used.map(({ column, cells: own }) =>
    Math.max(widthOf(column.title), ...own.map(widthOf)),
  );
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, index) => {
        const gap = (widths[index] ?? 0) - widthOf(text);
        return `${show(text)}${index === texts.length - 1 ? '' : ' '.repeat(Math.max(0, gap))}`;
      })
      .join('  ')
      .trimEnd();
  return [
    lineOf(used.map(({ column }) => column.title)),
    ...rows.map((_row, index) => lineOf(used.map((one) => one.cells[index] ?? ''))),
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
