import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { SMALLEST, type Opening } from './window-place';
import type { Place } from './settings';

/** The title never tells what is open. */
const TITLE = 'Rihai';

/** The one window: sandboxed, isolated, without a menu, painted before it shows. */
export const windowOptions = (
  session: Session,
  preload: string,
  opening: Opening,
): BrowserWindowConstructorOptions => ({
  ...opening,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  show: false,
  title: TITLE,
  autoHideMenuBar: true,
  webPreferences: {
    session,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    devTools: false,
    spellcheck: false,
    enableWebSQL: false,
  },
});

type Key = {
  readonly type: string;
  readonly key: string;
  /** The place on the keyboard, whatever is written there. */
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

const LATIN = /^[a-z]$/iu;

/** What a key does whatever the page does: Ctrl L locks, Ctrl Shift L is the panic key. */
export function meaningOf(key: Key): 'lock' | 'panic' | undefined {
  // With an Urdu layout the key writes another letter and means the same.
  const isL = LATIN.test(key.key) ? key.key.toLowerCase() === 'l' : key.code === 'KeyL';
  if (key.type !== 'keyDown' || !isL || key.alt || !(key.control || key.meta)) return undefined;
  return key.shift ? 'panic' : 'lock';
}

export type WindowEvents = {
  readonly lock: () => void;
  readonly panic: () => void;
  readonly onPlace: (place: Place) => void;
  readonly onMinimize: () => void;
  readonly onPageDied: () => void;
};

/** Joins a window with what follows from its keys, its moves and its page. */
export function listenTo(window: BrowserWindow, events: WindowEvents): void {
  window.webContents.on('before-input-event', (event, input) => {
    const meaning = meaningOf(input);
    if (meaning === undefined) return;
    event.preventDefault();
    events[meaning]();
  });
  window.webContents.on('render-process-gone', events.onPageDied);
  window.on('minimize', events.onMinimize);
  window.on('close', () => {
    events.onPlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
}
