import { join } from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import { closeContents } from './guards';
import { readSettings, writeSettings, type Settings } from './settings';

const MINIMUM = { width: 900, height: 560 };

export type WindowKeys = { readonly lock: () => void; readonly panic: () => void };

/** Keys that work whatever the page does: Ctrl L locks, Ctrl Shift L is the panic key. */
function listenToKeys(window: BrowserWindow, { lock, panic }: WindowKeys): void {
  window.webContents.on('before-input-event', (event, input) => {
    const isOurs = input.type === 'keyDown' && input.key.toLowerCase() === 'l' && !input.alt;
    if (!isOurs || !(input.control || input.meta)) return;
    event.preventDefault();
    if (input.shift) panic();
    else lock();
  });
}

/** The one window: sandboxed, isolated, without a menu, painted before it shows. */
export function openWindow(session: Session, settings: Settings, keys: WindowKeys): BrowserWindow {
  const { width, height } = settings.bounds;
  const window = new BrowserWindow({
    width,
    height,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Rihai',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(__dirname, '../preload/index.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  window.setMenu(null);
  window.setContentProtection(true);
  closeContents(window.webContents);
  listenToKeys(window, keys);
  window.once('ready-to-show', () => {
    window.show();
  });
  // Size only: where a window stood tells of screens, and of nothing we need.
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    writeSettings({
      ...readSettings(),
      bounds: { width: bounds.width, height: bounds.height },
    });
  });
  return window;
}
