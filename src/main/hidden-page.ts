import { app, BrowserWindow, session as sessions, type Session, type WebContents } from 'electron';
import { AppError } from '#shared/errors/app-error';
import { closedPreferences } from './closed-preferences';
import { closeContents, closeSession } from './guards';
import { portTo, type PagePort } from './ipc/port';
import { SCHEME } from './pages';

/** A page in a process of its own that nobody sees: it is spoken to through its port and by nothing else. */
export type HiddenPage = {
  readonly send: (message: unknown) => void;
  /** Bytes its process holds in memory; undefined while there is none. */
  readonly memoryBytes: () => number | undefined;
  /** What stands in it now, as sheets of paper: a PDF. Throws `print/failed`. */
  readonly sheets: (options: SheetOptions) => Promise<Uint8Array>;
  /** Gives it to a printer by the system's own way. Throws `print/refused`. */
  readonly print: (options: SheetOptions, to: Destination) => Promise<void>;
  /** Ends its process at once. */
  readonly end: () => void;
};

/** How sheets are laid out. */
export type SheetOptions = {
  readonly pageSize: 'A4' | 'Legal' | 'Letter';
  readonly marginInches: number;
  readonly isNumbered: boolean;
};

type Destination = { readonly printer: string; readonly copies: number };

export type HiddenPageOptions = {
  /** Address of the page. */
  readonly url: string;
  /** Its preload script, which hands over the port and does nothing else. */
  readonly preload: string;
  /** Answers whatever the page loads. */
  readonly serve: (request: Request) => Promise<Response>;
  /** The browser it is, as it knows itself. */
  readonly userAgent: string;
  readonly onReady: () => void;
  readonly onMessage: (message: unknown) => void;
  /** Its process died, or the page could not be loaded; never called after `end`. */
  readonly onGone: () => void;
};

const takenPartitions = new Set<number>();

/** A number for a partition that no living page has: Electron keeps every one it ever made. */
function takePartition(): number {
  let number = 1;
  while (takenPartitions.has(number)) number += 1;
  takenPartitions.add(number);
  return number;
}

const KIBIBYTE = 1024;

/** A session in memory, without a cache, that can reach nothing but what `serve` answers. */
async function closedSession(number: number, serve: HiddenPageOptions['serve']): Promise<Session> {
  const session = sessions.fromPartition(`hidden-${String(number)}`, { cache: false });
  // Nothing of the page that had it before.
  await session.clearStorageData();
  closeSession(session);
  if (session.protocol.isProtocolHandled(SCHEME)) session.protocol.unhandle(SCHEME);
  session.protocol.handle(SCHEME, serve);
  return session;
}

const windowOf = (session: Session, preload: string): BrowserWindow =>
  new BrowserWindow({
    show: false,
    paintWhenInitiallyHidden: false,
    skipTaskbar: true,
    focusable: false,
    title: 'Rihai',
    webPreferences: {
      ...closedPreferences(session, preload),
      // Nobody sees it, and it works all the same.
      backgroundThrottling: false,
    },
  });

const NUMBER =
  '<div style="inline-size:100%;text-align:center;font-size:8pt;font-family:sans-serif"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';
const PIXELS_PER_INCH = 96;

const marginsOf = (inches: number) => ({
  ...{ top: inches, bottom: inches, left: inches, right: inches },
});

async function sheetsOf(contents: WebContents | undefined, options: SheetOptions) {
  const { pageSize, marginInches, isNumbered } = options;
  try {
    const pdf = await contents?.printToPDF({
      pageSize,
      margins: marginsOf(marginInches),
      printBackground: true,
      displayHeaderFooter: isNumbered,
      headerTemplate: '<span></span>',
      footerTemplate: NUMBER,
    });
    if (pdf !== undefined) return pdf;
  } catch (cause) {
    throw new AppError('print/failed', {}, cause);
  }
  throw new AppError('print/failed');
}

const printed = (
  contents: WebContents | undefined,
  { pageSize, marginInches }: SheetOptions,
  { printer, copies }: Destination,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const settings = {
      silent: true,
      printBackground: true,
      deviceName: printer,
      copies,
      pageSize,
      margins: {
        marginType: 'custom',
        ...marginsOf(Math.round(marginInches * PIXELS_PER_INCH)),
      },
    } as const;
    const done = (isDone: boolean, reason: string): void => {
      if (isDone) resolve();
      else reject(new AppError('print/refused', { reason }));
    };
    if (contents === undefined) done(false, 'gone');
    else contents.print(settings, done);
  });

const workingSet = (pid: number): number | undefined => {
  const metric = app.getAppMetrics().find((one) => one.pid === pid);
  return metric && metric.memory.workingSetSize * KIBIBYTE;
};

/** Opens a page without a window on screen, sandboxed, in a partition and a process of its own. */
export function openHiddenPage(options: HiddenPageOptions): HiddenPage {
  const { url, preload, serve, userAgent, onReady, onMessage, onGone } = options;
  const partition = takePartition();
  let window: BrowserWindow | undefined;
  let port: PagePort | undefined;
  let isOver = false;
  const contents = () => (window?.isDestroyed() === false ? window.webContents : undefined);
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    port?.close();
    if (window?.isDestroyed() === false) {
      // A page that is busy would not hear that its window closes.
      window.webContents.forcefullyCrashRenderer();
      window.destroy();
    }
    takenPartitions.delete(partition);
  };
  const gone = (): void => {
    if (isOver) return;
    end();
    onGone();
  };
  const open = async (): Promise<void> => {
    const session = await closedSession(partition, serve);
    if (isOver) return;
    session.setUserAgent(userAgent);
    window = windowOf(session, preload);
    const { webContents } = window;
    closeContents(webContents);
    webContents.on('render-process-gone', gone);
    await window.loadURL(url);
    if (window.isDestroyed()) return;
    port = portTo(webContents, (message) => {
      if (!isOver) onMessage(message);
    });
    onReady();
  };
  open().catch(gone);
  return {
    send: (message) => port?.send(message),
    memoryBytes: () => {
      const pid = contents()?.getOSProcessId();
      return pid === undefined ? undefined : workingSet(pid);
    },
    sheets: (sheet) => sheetsOf(contents(), sheet),
    print: (sheet, to) => printed(contents(), sheet, to),
    end,
  };
}
