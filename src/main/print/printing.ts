import { AppError } from '#shared/errors/app-error';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import type { DrawnPage } from '#shared/preview/messages';
import { MOST_PRINT_PAGES, PRINT_WIDTH } from '#shared/printing/limits';
import { fromPrint, type ToPrint } from '#shared/printing/messages';
import type { HiddenPage, HiddenPageOptions } from '../hidden-page';
import type { PrintJob } from './hand-over';
import type { Printer } from './printers';

type Order = InputOf<Contract['print']['send']>;
type Events = Pick<HiddenPageOptions, 'onReady' | 'onMessage' | 'onGone'>;

export type PrintParts<Page extends Pick<HiddenPage, 'send' | 'end'>> = {
  readonly printers: () => Promise<readonly Printer[]>;
  readonly openPage: (events: Events) => Page;
  /** A page of a preview that is open, in pixels. Throws `read/…`. */
  readonly drawn: (preview: string, page: number, width: number) => Promise<DrawnPage>;
  /** Makes sheets of what stands in the page and hands them to the printer. */
  readonly hand: (page: Page, order: Order & PrintJob, signal: AbortSignal) => Promise<void>;
  /** Notes what was handed over in the register. */
  readonly note: (
    order: Pick<Order, 'what' | 'subject' | 'copies'>,
    label: string,
  ) => Promise<void>;
  readonly tell: (progress: { readonly job: string; done: number; total: number }) => void;
  /** How long the page may take over one thing, in milliseconds. */
  readonly silentMs: number;
};

export type Printing = {
  readonly printers: () => Promise<readonly Printer[]>;
  readonly send: (order: Order) => Promise<void>;
  readonly cancel: (job: string) => void;
  /** The session ends: nothing more is handed over. */
  readonly endAll: () => void;
};

type Waiting = { readonly resolve: () => void; readonly reject: (error: AppError) => void };

/** A page that is told one thing after another and answers each. */
function conversation<Page extends Pick<HiddenPage, 'send' | 'end'>>(
  { openPage, silentMs }: Pick<PrintParts<Page>, 'openPage' | 'silentMs'>,
  signal: AbortSignal,
) {
  let waiting: Waiting | undefined;
  const settle = (error?: AppError): void => {
    const waited = waiting;
    waiting = undefined;
    if (error === undefined) waited?.resolve();
    else waited?.reject(error);
  };
  const wait = async (act: () => void): Promise<void> => {
    if (signal.aborted) throw new AppError('print/cancelled');
    const silence = setTimeout(() => {
      settle(new AppError('print/failed'));
    }, silentMs);
    try {
      await new Promise<void>((resolve, reject) => {
        waiting = { resolve, reject };
        act();
      });
    } finally {
      clearTimeout(silence);
    }
  };
  const events: Events = {
    onReady: () => {
      settle();
    },
    onMessage: (message) => {
      const said = fromPrint.safeParse(message);
      const isDone = said.success && said.data.type !== 'failed';
      settle(isDone ? undefined : new AppError('print/failed'));
    },
    onGone: () => {
      settle(new AppError('print/failed'));
    },
  };
  signal.addEventListener('abort', () => {
    settle(new AppError('print/cancelled'));
  });
  let page: Page | undefined;
  return {
    open: async (): Promise<Page> => {
      await wait(() => {
        page = openPage(events);
      });
      if (page === undefined) throw new AppError('print/failed');
      return page;
    },
    say: (message: ToPrint): Promise<void> => wait(() => page?.send(message)),
    end: (): void => page?.end(),
  };
}

/** Puts what is to be printed on the page. */
async function put<Page extends Pick<HiddenPage, 'send' | 'end'>>(
  { drawn, tell }: Pick<PrintParts<Page>, 'drawn' | 'tell'>,
  { content, paper, job }: Order,
  say: (message: ToPrint) => Promise<void>,
): Promise<void> {
  if (content.kind === 'lines') {
    await say({ type: 'lines', lines: content.lines, paper });
  } else {
    const { preview, first, last } = content;
    const total = last - first + 1;
    if (total < 1 || total > MOST_PRINT_PAGES) throw new AppError('print/pages');
    for (let number = first; number <= last; number += 1) {
      tell({ job, done: number - first, total });
      await say({ type: 'picture', page: await drawn(preview, number, PRINT_WIDTH), paper });
    }
    tell({ job, done: total, total });
  }
  await say({ type: 'whole' });
}

/** Printing from a page of our own that nobody sees, one page and one process for each job. */
export function printing<Page extends Pick<HiddenPage, 'send' | 'end'>>(
  parts: PrintParts<Page>,
): Printing {
  const jobs = new Map<string, AbortController>();
  const chosen = async ({ printer, isNetworkFine }: Order): Promise<Printer> => {
    const found = (await parts.printers()).find(({ name }) => name === printer);
    if (found === undefined) throw new AppError('print/unknown-printer');
    // Asked again here: the warning comes before anything goes, whatever the window shows.
    if (found.way === 'network' && !isNetworkFine) throw new AppError('print/network');
    return found;
  };
  const run = async (order: Order, signal: AbortSignal): Promise<void> => {
    const { label } = await chosen(order);
    const { open, say, end } = conversation(parts, signal);
    try {
      const page = await open();
      await put(parts, order, say);
      if (signal.aborted) throw new AppError('print/cancelled');
      await parts.hand(page, order, signal);
      await parts.note(order, label);
    } finally {
      end();
    }
  };
  return {
    printers: parts.printers,
    send: async (order) => {
      if (jobs.has(order.job)) throw new AppError('usage', { reason: 'job' });
      const control = new AbortController();
      jobs.set(order.job, control);
      try {
        await run(order, control.signal);
      } finally {
        jobs.delete(order.job);
      }
    },
    cancel: (job) => {
      jobs.get(job)?.abort();
    },
    endAll: () => {
      for (const control of jobs.values()) control.abort();
    },
  };
}
