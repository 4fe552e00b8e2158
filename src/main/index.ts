import { join } from 'node:path';
import { app, nativeTheme, session as sessions, type BrowserWindow } from 'electron';
import { CONTRACT } from '#shared/ipc/contract';
import { failure } from '#shared/ipc/result';
import { fileTokens } from './files';
import { closeSession, silenceNetwork } from './guards';
import { mainHandlers } from './handlers/index';
import { idleLimit, watchIdle } from './idle';
import { registerCalls, tell } from './ipc/register';
import { resourcesDir, startAgain, vaultArgument } from './launch';
import { registerScheme, servePages } from './protocol';
import { emptySessionFolder, readSettings } from './settings';
import { startVaultProcess, type VaultProcess } from './vault-process';
import { openWindow } from './window';

silenceNetwork();
registerScheme();
app.enableSandbox();
app.setPath('sessionData', emptySessionFolder());

/** What ends a session; whichever comes first decides, and the others do nothing. */
function endings(vault: () => VaultProcess, window: () => BrowserWindow | undefined) {
  let isEnding = false;
  const once = (end: () => void) => (): void => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  const closeThen = (next: () => void): void => {
    void vault()
      .close()
      .finally(() => {
        try {
          emptySessionFolder();
        } catch {
          // Chromium may still write there: the next start empties it.
        }
        next();
      });
  };
  const lockNow = once(() => {
    const dir = vault().dir();
    window()?.destroy();
    closeThen(() => {
      startAgain(dir);
    });
  });
  return {
    /**
     * Locking ends every process of the unlocked session: the window goes first, the
     * vault is closed, all processes end, and a new one starts at the lock screen.
     * Only the death of a process erases what it held.
     */
    lock: (): void => {
      if (vault().isUnlocked()) lockNow();
    },
    /** At once, and nothing starts again. */
    panic: (): void => {
      isEnding = true;
      vault().kill();
      app.exit(0);
    },
    /** The window was closed. */
    closed: once(() => {
      closeThen(() => {
        app.quit();
      });
    }),
    /** The vault process died with what it held: the lock screen comes anew. */
    gone: once(() => {
      window()?.destroy();
      startAgain(vault().dir());
    }),
  };
}

function start(): void {
  const settings = readSettings();
  nativeTheme.themeSource = settings.theme;
  const pages = sessions.fromPartition('rihai', { cache: false });
  closeSession(pages);
  servePages(pages, join(__dirname, '../renderer'));
  const files = fileTokens();
  let window: BrowserWindow | undefined;
  const contents = () => (window?.isDestroyed() === false ? window.webContents : undefined);
  const vault = startVaultProcess({
    resourcesDir: resourcesDir(),
    anchorsDir: join(app.getPath('userData'), 'anchors'),
    dir: vaultArgument(process.argv),
    isChecked: !app.isPackaged,
    onEvent: (name, payload) => {
      tell(contents(), name, payload);
    },
    onGone: (wasUnlocked) => {
      if (wasUnlocked) ending.gone();
      // One that dies before it opened anything would only die again: the window says so.
      else tell(contents(), 'vaultGone', {});
    },
  });
  const ending = endings(
    () => vault,
    () => window,
  );
  const { lock, panic } = ending;
  registerCalls({
    contract: CONTRACT,
    handlers: mainHandlers({ files, window: () => window, lock, panic }),
    contentsId: () => contents()?.id,
    isUnlocked: vault.isUnlocked,
    relay: async (channel, input) => {
      const named = files.namedIn(input);
      const result = await vault.call(channel, input, named).catch(() => failure('internal'));
      if (result.ok) files.spend(named);
      return result;
    },
  });
  watchIdle({
    limitSeconds: idleLimit(),
    isUnlocked: vault.isUnlocked,
    lock,
    onSoon: (seconds) => {
      tell(contents(), 'idleSoon', { seconds });
    },
  });
  window = openWindow(pages, settings, { lock, panic });
  window.on('closed', () => {
    window = undefined;
    ending.closed();
  });
  void window.loadURL('app://rihai/index.html');
}

app.on('window-all-closed', () => {
  // The window's own handler decides: locking destroys it and goes on.
});
app.on('will-quit', () => {
  emptySessionFolder();
});
void app.whenReady().then(start);
