import type { RecordId } from '#shared/domain/ids';
import type { OutsideWhat } from '#shared/domain/outside';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf, OutputOf } from '#shared/ipc/entry';
import { MOST_COPIES, MOST_PRINT_PAGES } from '#shared/printing/limits';
import type { PrintLine, PrintPaper } from '#shared/printing/messages';

export type PrintOrder = InputOf<Contract['print']['send']>;
export type Printer = OutputOf<Contract['print']['printers']>[number];

/** Something that can be printed, and what it is noted as. */
export type Printable = {
  readonly what: OutsideWhat;
  /** The record it is of or about. */
  readonly subject?: RecordId | undefined;
  /** What it is made for; A4 where nothing is said. */
  readonly paper?: PrintPaper;
} & (
  | { readonly lines: readonly PrintLine[] }
  /** A preview that is open, and how many pages it has. */
  | { readonly preview: string; readonly pages: number }
);

/** What is typed and chosen for one job. */
export type PrintChoice = {
  readonly printer: string | undefined;
  readonly copies: string;
  readonly paper: PrintPaper;
  readonly first: string;
  readonly last: string;
  readonly isNetworkFine: boolean;
};

const WHOLE = /^\d{1,7}$/u;

/** A number as typed, if it is one between two others. */
export function wholeNumber(typed: string, least: number, most: number): number | undefined {
  const number = WHOLE.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** Of a document of many pages the first ones are offered. */
export const firstChoice = (printable: Printable): PrintChoice => ({
  ...{ printer: undefined, copies: '1', paper: printable.paper ?? 'a4', first: '1' },
  last: 'pages' in printable ? String(Math.min(printable.pages, MOST_PRINT_PAGES)) : '1',
  isNetworkFine: false,
});

/** The printer that is chosen: the usual one, where nobody chose. */
export const chosenPrinter = (
  printers: readonly Printer[],
  { printer }: PrintChoice,
): Printer | undefined =>
  printers.find(({ name }) => name === printer) ??
  (printer === undefined ? printers[0] : undefined);

/** What of the choice cannot be printed. */
export function faultsOf(printable: Printable, { copies, first, last }: PrintChoice) {
  const pages = 'pages' in printable ? printable.pages : 1;
  const begin = wholeNumber(first, 1, pages);
  const most = Math.min(pages, (begin ?? 1) + MOST_PRINT_PAGES - 1);
  return {
    copies: wholeNumber(copies, 1, MOST_COPIES) === undefined,
    first: begin === undefined,
    last: wholeNumber(last, begin ?? 1, most) === undefined,
    /** The furthest page that goes in one job. */
    most,
  };
}

/** The job, of a choice without faults. */
export function orderOf(
  printable: Printable,
  printer: Printer,
  choice: PrintChoice,
): Omit<PrintOrder, 'job'> {
  const { what, subject } = printable;
  const { paper, isNetworkFine } = choice;
  return {
    ...{ printer: printer.name, copies: Number(choice.copies), paper, isNetworkFine, what },
    ...(subject !== undefined && { subject }),
    content:
      'lines' in printable
        ? { kind: 'lines', lines: printable.lines }
        : {
            kind: 'pages',
            preview: printable.preview,
            first: Number(choice.first),
            last: Number(choice.last),
          },
  };
}
