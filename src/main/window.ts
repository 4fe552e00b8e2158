import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { closedPreferences } from './closed-preferences';
import { meaningOf, type PanicKey } from './lock/panic-key';
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
  webPreferences: closedPreferences(session, preload),
});

export type WindowEvents = {
  /** Asked at each key: it may be chosen anew while the window is open. */
  readonly panicKey: () => PanicKey;
  readonly lock: () => void;
  readonly panic: () => void;
  readonly onPlace: (place: Place) => void;
  readonly onMinimize: () => void;
  readonly onPageDied: () => void;
};

/** Joins a window with what follows from its keys, its moves and its page. */
export function listenTo(window: BrowserWindow, events: WindowEvents): void {
  window.webContents.on('before-input-event', (event, input) => {
    const meaning = meaningOf(input, events.panicKey());
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
