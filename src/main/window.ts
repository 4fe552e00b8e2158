import { join } from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import { closeContents } from './guards';
import type { Settings } from './settings';

const MINIMUM = { width: 900, height: 560 };

/** The one window: sandboxed, isolated, without a menu, painted before it shows. */
export function openWindow(session: Session, settings: Settings): BrowserWindow {
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
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}
