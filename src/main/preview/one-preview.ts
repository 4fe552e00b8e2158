import { AppError } from '#shared/errors/app-error';
import { MOST_PREVIEW_BYTES } from '#shared/preview/limits';
import {
  fromPreview,
  type DrawnPage,
  type FromPreview,
  type PreviewView,
  type ToPreview,
} from '#shared/preview/messages';
import type { HiddenPage, HiddenPageOptions } from '../hidden-page';
import { watchReader, type ReadLimits, type Watch } from './watch';

/** Where the bytes of documents come from, part by part. Each throws an `AppError`. */
export type ByteSource = {
  readonly open: (id: string) => Promise<{
    readonly reading: number;
    readonly mediaType: string;
    readonly sizeBytes: number;
  }>;
  readonly next: (
    reading: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly isLast: boolean }>;
  readonly close: (reading: number) => Promise<void>;
};

export type PreviewParts = {
  readonly openPage: (
    events: Pick<HiddenPageOptions, 'onReady' | 'onMessage' | 'onGone'>,
  ) => Pick<HiddenPage, 'send' | 'memoryBytes' | 'end'>;
  readonly source: ByteSource;
  readonly limits: ReadLimits;
};

export type OnePreview = {
  readonly open: (id: string) => Promise<PreviewView>;
  readonly page: (page: number, width: number) => Promise<DrawnPage>;
  /** Ends its process; whoever still waits is refused with `read/closed`. */
  readonly close: () => void;
};

type Waiting<T> = {
  readonly resolve: (value: T) => void;
  readonly reject: (error: AppError) => void;
};

const MIB = 1024 * 1024;

/** What is asked of the page and not answered yet. */
function asks() {
  const pages = new Map<number, Waiting<DrawnPage>>();
  let opening: Waiting<PreviewView> | undefined;
  let next = 0;
  return {
    open: (waiting: Waiting<PreviewView>): void => {
      opening = waiting;
    },
    page: (waiting: Waiting<DrawnPage>): number => {
      pages.set(++next, waiting);
      return next;
    },
    takeOpen: (): Waiting<PreviewView> | undefined => {
      const waiting = opening;
      opening = undefined;
      return waiting;
    },
    takePage: (ask: number): Waiting<DrawnPage> | undefined => {
      const waiting = pages.get(ask);
      pages.delete(ask);
      return waiting;
    },
    refuseAll: (error: AppError): void => {
      opening?.reject(error);
      opening = undefined;
      for (const { reject } of pages.values()) reject(error);
      pages.clear();
    },
  };
}

type Hearing = {
  readonly waiting: ReturnType<typeof asks>;
  readonly watch: Pick<Watch, 'progress' | 'done'>;
  readonly end: (why: AppError) => void;
};

/** What follows from what the page says. */
function listener({ waiting, watch, end }: Hearing): (message: unknown) => void {
  const settle = <T>(waited: Waiting<T> | undefined, how: (waited: Waiting<T>) => void): void => {
    if (waited === undefined) return;
    watch.done();
    how(waited);
  };
  const heard = (said: FromPreview): void => {
    if (said.type === 'opened') {
      settle(waiting.takeOpen(), ({ resolve }) => {
        resolve(said.view);
        // Of a text all is told.
        if (said.view.kind === 'text') end(new AppError('read/closed'));
      });
    } else if (said.type === 'drawn') {
      settle(waiting.takePage(said.ask), ({ resolve }) => {
        resolve(said.page);
      });
    } else if (said.type === 'failed') {
      const error = new AppError(said.code, said.params);
      if (said.ask === undefined) end(error);
      else
        settle(waiting.takePage(said.ask), ({ reject }) => {
          reject(error);
        });
    }
  };
  return (message) => {
    const parsed = fromPreview.safeParse(message);
    watch.progress();
    if (parsed.success) heard(parsed.data);
    // No page of ours says such a thing: it is ours no longer.
    else end(new AppError('read/died'));
  };
}

type Pouring = {
  readonly source: ByteSource;
  /** Waits for the page. Throws where it is not to come any more. */
  readonly ready: () => Promise<void>;
  readonly send: (message: ToPreview) => void;
  readonly isOver: () => boolean;
};

/** Carries the bytes of a document to its page, part by part. */
async function pour(id: string, { source, ready, send, isOver }: Pouring): Promise<void> {
  const { reading, mediaType, sizeBytes } = await source.open(id);
  try {
    if (sizeBytes > MOST_PREVIEW_BYTES)
      throw new AppError('read/limit', {
        reason: `larger than ${String(MOST_PREVIEW_BYTES / MIB)} MiB`,
      });
    await ready();
    send({ type: 'open', mediaType, sizeBytes });
    for (let isLast = false; !isLast && !isOver();) {
      const part = await source.next(reading);
      send({ type: 'bytes', bytes: part.bytes });
      isLast = part.isLast;
    }
    send({ type: 'whole' });
  } finally {
    await source.close(reading);
  }
}

/** One document, one process that parses it, from its opening to its end. */
export function onePreview({ openPage, source, limits }: PreviewParts): OnePreview {
  const waiting = asks();
  let isOver = false;
  let hidden: ReturnType<PreviewParts['openPage']> | undefined;
  let stopWaiting: ((why: AppError) => void) | undefined;
  const watch = watchReader({
    limits,
    memoryBytes: () => hidden?.memoryBytes(),
    onBeyond: (code, params) => {
      end(new AppError(code, params));
    },
  });
  const end = (why: AppError): void => {
    if (isOver) return;
    isOver = true;
    watch.stop();
    hidden?.end();
    stopWaiting?.(why);
    waiting.refuseAll(why);
  };
  const send = (message: ToPreview): void => {
    watch.progress();
    hidden?.send(message);
  };
  const hear = listener({ waiting, watch, end });
  const ready = (): Promise<void> =>
    new Promise((resolve, reject) => {
      stopWaiting = reject;
      const onGone = (): void => {
        end(new AppError('read/died'));
      };
      if (isOver) reject(new AppError('read/closed'));
      else hidden = openPage({ onReady: resolve, onMessage: hear, onGone });
    });
  return {
    open: (id) =>
      new Promise((resolve, reject) => {
        waiting.open({ resolve, reject });
        watch.asked();
        pour(id, { source, ready, send, isOver: () => isOver }).catch((error: unknown) => {
          end(error instanceof AppError ? error : new AppError('internal', {}, error));
        });
      }),
    page: (page, width) =>
      new Promise((resolve, reject) => {
        if (isOver) {
          reject(new AppError('read/closed'));
          return;
        }
        const ask = waiting.page({ resolve, reject });
        watch.asked();
        send({ type: 'page', ask, page, width });
      }),
    close: () => {
      end(new AppError('read/closed'));
    },
  };
}
