import { z } from '#shared/domain/zod';
import { MOST_PREVIEW_TEXT } from '../preview/limits';
import type { DrawnPage } from '../preview/messages';
import { MOST_PRINT_CELLS, MOST_PRINT_LINES } from './limits';

export const PRINT_PAPERS = ['a4', 'legal', 'letter'] as const;
export type PrintPaper = (typeof PRINT_PAPERS)[number];

/** How the system reaches a printer. What it does not say is taken for a network. */
export const PRINTER_WAYS = ['cable', 'file', 'network'] as const;
export type PrinterWay = (typeof PRINTER_WAYS)[number];

const cell = z.string().max(MOST_PREVIEW_TEXT);

/** Lines as a page prints them: name of a style, one text for each cell. */
export const printLines = z
  .array(
    z.strictObject({
      style: z.string().max(40),
      cells: z.array(cell).min(1).max(MOST_PRINT_CELLS),
    }),
  )
  .min(1)
  .max(MOST_PRINT_LINES);

export type PrintLine = {
  readonly style: string;
  readonly cells: readonly string[];
};

/** What main sends to the page that is printed. */
export type ToPrint =
  | { readonly type: 'lines'; readonly lines: readonly PrintLine[]; readonly paper: PrintPaper }
  | { readonly type: 'picture'; readonly page: DrawnPage; readonly paper: PrintPaper }
  /** All is there: it says when it stands. */
  | { readonly type: 'whole' };

/** What that page sends. */
export const fromPrint = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('taken') }),
  z.strictObject({ type: z.literal('stands') }),
  z.strictObject({ type: z.literal('failed') }),
]);
