import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type Paragraph,
} from 'docx';
import { isSpans, para, type Inline } from './paragraphs';
import { INK, type StyleId } from './styles';

type Line = Inline | readonly Inline[];
/** A cell of several paragraphs. */
type Lines = { readonly lines: readonly Line[]; readonly style?: StyleId };
/** A cell: a line of text, a line of spans, or paragraphs. */
export type Cell = Line | Lines;

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hairline: IBorderOptions = { style: BorderStyle.SINGLE, size: 2, color: INK.rule };
const edge: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: INK.strongRule };

const PADDING = { top: 20, bottom: 20, left: 0, right: 120 };
/** A row longer than this may break over pages: one that may not would run off the page. */
const LONGEST_WHOLE_ROW = 1200;

const hasLines = (cell: Cell): cell is Lines => typeof cell === 'object' && 'lines' in cell;

/** A cell of running text: each line a paragraph, empty lines dropped. */
export function proseCell(text: string | undefined): Cell {
  const lines = (text ?? '').split(/\r\n|[\n\r]/u).filter((line) => line.trim() !== '');
  return lines.length === 0 ? undefined : { lines };
}

function cellContent(cell: Cell, style: StyleId): readonly Paragraph[] {
  if (!hasLines(cell)) return [para(cell, style)];
  const lines: readonly Line[] = cell.lines.length === 0 ? [undefined] : cell.lines;
  return lines.map((line) => para(line, cell.style ?? style));
}

function lineLength(line: Line): number {
  const parts: readonly Inline[] = isSpans(line) ? line : [line];
  return parts.reduce<number>(
    (sum, part) => sum + (typeof part === 'object' ? (part.text ?? '') : (part ?? '')).length,
    0,
  );
}

const textLength = (cell: Cell): number =>
  hasLines(cell)
    ? cell.lines.reduce<number>((sum, line) => sum + lineLength(line), 0)
    : lineLength(cell);

/** Widths in twips from shares of the whole; the last column takes what rounding leaves. */
function columnWidths(shares: readonly number[], whole: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / total) * whole));
  const used = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + whole - used : width));
}

function row(cells: readonly Cell[], widths: readonly number[], isHead: boolean): TableRow {
  const length = cells.reduce<number>((sum, cell) => sum + textLength(cell), 0);
  return new TableRow({
    ...(isHead ? { tableHeader: true } : {}),
    ...(length <= LONGEST_WHOLE_ROW ? { cantSplit: true } : {}),
    children: widths.map(
      (width, index) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          margins: PADDING,
          ...(isHead ? { borders: { bottom: edge } } : {}),
          children: cellContent(cells[index], isHead ? 'CellHead' : 'CellText'),
        }),
    ),
  });
}

export type TableOptions = {
  /** Shares of the width, one for each column. */
  readonly shares: readonly number[];
  /** Repeated on each page; a table of labels and values has none. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Twips. */
  readonly width: number;
};

/** A table of fixed widths, parted by hairlines. */
export function table({ shares, head, rows, width }: TableOptions): Table {
  const widths = columnWidths(shares, width);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: edge,
      bottom: edge,
      left: none,
      right: none,
      insideHorizontal: hairline,
      insideVertical: none,
    },
    rows: [
      ...(head === undefined ? [] : [row(head, widths, true)]),
      ...rows.map((cells) => row(cells, widths, false)),
    ],
  });
}

/** Labels in the margin, values after them. */
export const factTable = (
  facts: readonly (readonly [label: string, value: Cell])[],
  width: number,
): Table =>
  table({
    shares: [24, 76],
    width,
    rows: facts.map(([label, value]) => [{ lines: [label], style: 'CellLabel' }, value]),
  });
