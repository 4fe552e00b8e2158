import { join } from 'node:path';
import type { WebContents } from 'electron';
import { AppError } from '#shared/errors/app-error';
import type { PrintPaper } from '#shared/printing/messages';
import { openHiddenPage, type SheetOptions } from '../hidden-page';
import { pageServer, PRINT_PAGE, printPolicy } from '../pages';
import type { Previews } from '../preview/previews';
import type { VaultProcess } from '../vault-process';
import { handToQueue } from './hand-over';
import { shownPrinters } from './printers';
import { printing, type Printing, type PrintParts } from './printing';

const SIZES: Readonly<Record<PrintPaper, SheetOptions['pageSize']>> = {
  a4: 'A4',
  legal: 'Legal',
  letter: 'Letter',
};

/** Sheets of lines have an edge to write on and a number; pictures of pages have their own. */
const sheetsOf = (kind: 'lines' | 'pages', paper: PrintPaper): SheetOptions => ({
  pageSize: SIZES[paper],
  marginInches: kind === 'lines' ? 0.8 : 0.3,
  isNumbered: kind === 'lines',
});

type Place = {
  /** Where the built programs and pages lie. */
  readonly folder: string;
  readonly silentMs: number;
  readonly userAgent: string;
  readonly platform: NodeJS.Platform;
  /** The page of the window, which knows the system's printers. */
  readonly contents: () => WebContents | undefined;
  readonly previews: Pick<Previews, 'page'>;
  readonly tell: PrintParts<never>['tell'];
};

/** Printing with the printers of the system, of what the open vault holds. */
export function systemPrinting(vault: Pick<VaultProcess, 'call'>, place: Place): Printing {
  const { folder, silentMs, userAgent, platform, contents, previews, tell } = place;
  const serve = pageServer(join(folder, 'renderer'), printPolicy);
  const openPage = (events: Parameters<PrintParts<never>['openPage']>[0]) =>
    openHiddenPage({
      url: PRINT_PAGE,
      preload: join(folder, 'preload', 'preview.js'),
      serve,
      userAgent,
      ...events,
    });
  return printing<ReturnType<typeof openPage>>({
    openPage,
    silentMs,
    tell,
    drawn: previews.page,
    printers: async () => shownPrinters((await contents()?.getPrintersAsync()) ?? []),
    hand: async (page, order, signal) => {
      const sheets = sheetsOf(order.content.kind, order.paper);
      // There is no queue there that reads from a pipe; the system takes the name of the page.
      if (platform === 'win32') await page.print(sheets, order);
      else await handToQueue(await page.sheets(sheets), order, { signal });
    },
    note: async ({ what, subject, copies }, printer) => {
      const input = { what, printer, copies, ...(subject !== undefined && { subject }) };
      const noted = await vault.call('outside:printed', input, {});
      if (!noted.ok) throw new AppError(noted.error.code, noted.error.params);
    },
  });
}
