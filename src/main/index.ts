import { join } from 'node:path';
import { app, dialog, session as sessions, type BrowserWindow } from 'electron';
import { CONTRACT } from '#shared/ipc/contract';
import { failure } from '#shared/ipc/result';
import { fileTokens } from './files';
import { closeSession, silenceNetwork } from './guards';
import { mainHandlers } from './handlers';
import { registerCalls } from './ipc/register';
import { registerScheme, servePages } from './protocol';
import { emptySessionFolder, readSettings } from './settings';
import { startVaultProcess } from './vault-process';
import { openWindow } from './window';

silenceNetwork();
registerScheme();
app.enableSandbox();
app.setPath('sessionData', emptySessionFolder());

let window: BrowserWindow | undefined;

/**
 * Locking ends every process of the unlocked session: windows are hidden, the
 * vault process is killed after it closed its files, and the app starts anew at
 * its lock screen. Only the death of a process erases what it held.
 */
function startAgain(): void {
  window?.hide();
  app.relaunch();
  app.exit(0);
}

function start(): void {
  const pages = sessions.fromPartition('rihai', { cache: false });
  closeSession(pages);
  servePages(pages, join(__dirname, '../renderer'));
  const files = fileTokens();
  let wasUnlocked = false;
  const vault = startVaultProcess({
    onState: (isUnlocked) => {
      wasUnlocked ||= isUnlocked;
    },
    onEvent: (name, payload) => {
      window?.webContents.send(name, payload);
    },
    onGone: () => {
      if (wasUnlocked) startAgain();
    },
  });
  registerCalls({
    contract: CONTRACT,
    handlers: mainHandlers({ files, window: () => window, dialog, vault, startAgain }),
    contents: () => window?.webContents,
    isUnlocked: vault.isUnlocked,
    relay: (channel, input) => {
      const tokens = (input as { readonly tokens?: unknown } | undefined)?.tokens;
      const named = Array.isArray(tokens) ? tokens.filter((one) => typeof one === 'string') : [];
      return vault.call(channel, input, files.take(named)).catch(() => failure('internal'));
    },
  });
  window = openWindow(pages, readSettings());
  window.on('closed', () => {
    vault.kill();
    app.quit();
  });
  void window.loadURL('app://rihai/index.html');
}

app.on('window-all-closed', () => {
  app.quit();
});
app.on('will-quit', () => {
  emptySessionFolder();
});
void app.whenReady().then(start);
