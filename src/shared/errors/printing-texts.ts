import type { ErrorCode } from './codes';
import type { ErrorText } from './error-text';

const NOTHING_SENT = 'Nothing was sent to a printer.';

/** Errors of printing. */
export const printingTexts = {
  'print/unknown-printer': {
    what: 'This printer is not there any more.',
    safe: NOTHING_SENT,
    next: 'Close the window for printing and open it again: it reads the list of printers anew.',
  },
  'print/network': {
    what: 'The pages would go to this printer over a network, and nobody has said that they may.',
    safe: NOTHING_SENT,
    next: 'Read the warning and tick that they may, or take a printer on a cable.',
  },
  'print/pages': {
    what: 'There are no such pages, or they are too many for one job.',
    safe: NOTHING_SENT,
    next: 'Print fewer pages at a time.',
  },
  'print/no-program': {
    what: 'The program that hands pages to printers (lp, of CUPS) is not on this machine.',
    safe: NOTHING_SENT,
    next: 'Install it (on Debian and Ubuntu: cups-client), and try again.',
  },
  'print/refused': {
    what: 'The printing system did not take the pages.',
    safe: 'They were not printed, and no printed copy was noted.',
    next: 'See whether the printer is on and its queue takes jobs, then print again.',
  },
  'print/failed': {
    what: 'The pages could not be made ready for printing.',
    safe: NOTHING_SENT,
    next: 'Try again with fewer pages, or write the paper to a file and print that.',
  },
  'print/cancelled': {
    what: 'Printing was broken off.',
    safe: NOTHING_SENT,
    next: 'Print again when you are ready.',
  },
} satisfies Partial<Record<ErrorCode, ErrorText>>;
