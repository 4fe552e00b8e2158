import { watchFile } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session as sessions,
  type Session,
  type WebContents,
} from 'electron';
import { ERROR_TEXTS } from '#shared/errors/texts';
import { ONLY_LOOKS } from '#shared/ipc/channels';
import { CALLS_OF_MAIN } from '#shared/ipc/contract/app';
import { failure } from '#shared/ipc/result';
import { JOB_NAME } from '#shared/printing/limits';
import { beginVault, runsBeside, type BegunVault } from './begin-vault';
import { ownClipboard } from './clipboard';
import { systemDialogs } from './dialogs';
import { fileTokens } from './files';
import { closeContents, closeSession, silenceNetwork } from './guards';
import { mainHandlers } from './handlers/index';
import { teller, type Teller } from './ipc/events';
import { registerCalls, sendTo } from './ipc/register';
import { idleLimit, refusedArgument, silentLimit, startAgain, wipedArgument } from './launch';
import { endings } from './lock/endings';
import { watchIdle } from './lock/idle';
import { isRunning, watchPage } from './lock/page-watch';
import { panicOverDialogs } from './lock/panic-key';
import { FIRST_PAGE, pageServer, SCHEME } from './pages';
import { systemPreviews } from './preview/system';
import { systemPrinting } from './print/system';
import { sessionFolder } from './session-folder';
import { settingsStore, type Place } from './settings';
import { systemClipboard } from './system-clipboard';
import type { VaultProcess } from './vault-process';
import { listenTo, windowOptions } from './window';
import { openingPlace } from './window-place';
import { wipe } from './wipe';

silenceNetwork(app.commandLine);
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false } },
]);
app.enableSandbox();
/** The browser our pages are, which their parts look at. */
const USER_AGENT = app.userAgentFallback;
// Chromium writes this one into what is printed: it would name the program and its version.
app.userAgentFallback = JOB_NAME;
// A page of text needs no graphics card; a bad driver would leave it without its first picture, and so without a window.
app.disableHardwareAcceleration();
const chromium = sessionFolder(app.getPath('userData'), process.pid);
app.setPath('sessionData', chromium.path);
const settings = settingsStore(app.getPath('userData'));

const programInfo = () => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  node: process.versions.node,
  platform: process.platform,
  isPackaged: app.isPackaged,
  wiped: wipedArgument(process.argv),
  refusedSlot: refusedArgument(process.argv),
});

function pagesSession(): Session {
  const pages = sessions.fromPartition('rihai', { cache: false });
  closeSession(pages);
  pages.setUserAgent(USER_AGENT);
  pages.protocol.handle(SCHEME, pageServer(join(__dirname, '../renderer')));
  return pages;
}

function openWindow(): BrowserWindow {
  const { place } = settings.read();
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const preload = join(__dirname, '../preload/index.js');
  const opening = openingPlace(place, screens);
  const window = new BrowserWindow(windowOptions(pagesSession(), preload, opening));
  window.setMenu(null);
  window.setContentProtection(true);
  closeContents(window.webContents);
  window.once('ready-to-show', () => {
    if (place?.isMaximized === true) window.maximize();
    window.show();
    chromium.sweep();
  });
  return window;
}

/** Where a window stood is a convenience: a disk that refuses it stops nothing. */
function keepPlace(place: Place): void {
  try {
    settings.change({ place });
  } catch {
    // It opens in the middle next time.
  }
}

function giveUp(): void {
  const { what, safe, next } = ERROR_TEXTS.internal;
  dialog.showErrorBox('Rihai', [what, safe, next].join('\n\n'));
  app.exit(1);
}

type Readers = {
  readonly vault: VaultProcess;
  readonly contents: () => WebContents | undefined;
  readonly tell: Teller['tell'];
};

/** What works in hidden pages for the window, and ends with whatever takes its page. */
function readers(opened: BrowserWindow, { vault, contents, tell }: Readers) {
  const place = {
    folder: join(__dirname, '..'),
    silentMs: silentLimit({ isPackaged: app.isPackaged, env: process.env }),
    userAgent: USER_AGENT,
  };
  const previews = systemPreviews(vault, place);
  const printing = systemPrinting(vault, {
    ...{ ...place, platform: process.platform, contents, previews },
    tell: (progress) => {
      tell('progress', { ...progress, step: 'print' });
    },
  });
  const endAll = (): void => {
    previews.endAll();
    printing.endAll();
  };
  opened.webContents.on('render-process-gone', endAll);
  opened.webContents.on('did-navigate', endAll);
  opened.webContents.on('destroyed', endAll);
  return { previews, printing };
}

// A utility process has to wait until Electron is ready.
const begunVault = runsBeside ? beginVault() : undefined;

function startSession(opened: BrowserWindow, { vault, hear }: BegunVault) {
  let window: BrowserWindow | undefined = opened;
  const contents = () => (window?.isDestroyed() === false ? window.webContents : undefined);
  const { tell, pass } = teller((name, payload) => {
    sendTo(contents(), name, payload);
  });
  hear({
    onEvent: pass,
    onRefused: (slot) => {
      ending.refused(slot);
    },
    onGone: (wasUnlocked) => {
      if (wasUnlocked) ending.vaultDied();
      // One that dies before it opened anything would only die again: the window says so.
      else tell('vaultGone', {});
    },
  });
  const copied = ownClipboard(systemClipboard({ clipboard, ClipboardItem }, process.platform));
  const { previews, printing } = readers(opened, { vault, contents, tell });
  const ending = endings({
    vault,
    clipboard: copied,
    window: {
      hide: () => window?.hide(),
      destroy: () => window?.destroy(),
      reload: () => void window?.loadURL(FIRST_PAGE),
    },
    cleanUp: chromium.remove,
    startAgain: (next) => {
      startAgain(app, (line) => process.stdout.write(line), next);
    },
    quit: () => {
      app.quit();
    },
    exit: () => {
      app.exit(0);
    },
    giveUp: () => {
      vault.kill();
      giveUp();
    },
  });
  opened.on('closed', () => {
    window = undefined;
    ending.closed();
  });
  return { vault, previews, printing, ending, copied, tell, contents, window: () => window };
}

type RunningSession = ReturnType<typeof startSession>;

/** Answers the calls of the page, and lets settings act as soon as they are changed. */
function answerCalls(session: RunningSession) {
  const { vault, previews, printing, ending, copied, contents, window } = session;
  let now = settings.read();
  nativeTheme.themeSource = now.theme;
  const files = fileTokens();
  registerCalls({
    own: CALLS_OF_MAIN,
    handlers: mainHandlers({
      info: programInfo(),
      settings,
      files,
      dialogs: systemDialogs(
        window,
        panicOverDialogs(globalShortcut, () => now.panicKey, ending.panic),
      ),
      previews,
      printing,
      wiping: wipe({
        vault,
        isAllowedLocked: () => now.wipesLocked,
        nowMs: () => performance.now(),
        onWiped: ending.wiped,
      }),
      onSettings: (changed) => {
        now = changed;
        nativeTheme.themeSource = changed.theme;
      },
      lock: ending.lock,
      panic: ending.panic,
      copy: copied.copy,
    }),
    contentsId: () => contents()?.id,
    isUnlocked: vault.isUnlocked,
    isChecked: !app.isPackaged,
    relay: async (channel, input) => {
      const taken = files.take(input);
      const result = await vault.call(channel, input, taken).catch(() => failure('internal'));
      if (!result.ok || ONLY_LOOKS.has(channel)) files.giveBack(taken);
      return result;
    },
  });
  return { settings: () => now };
}

function start(): void {
  const begun = begunVault ?? beginVault();
  const window = openWindow();
  // Chromium reads the page meanwhile; its first call finds the handlers of this same turn.
  void window.loadURL(FIRST_PAGE);
  const session = startSession(window, begun);
  const { vault, ending, tell, contents } = session;
  const calls = answerCalls(session);
  watchIdle({
    monitor: powerMonitor,
    limitSeconds: () =>
      idleLimit(calls.settings().idleMinutes, { isPackaged: app.isPackaged, env: process.env }),
    isUnlocked: vault.isUnlocked,
    wasRefused: vault.wasRefused,
    lock: ending.lock,
    onSoon: (seconds) => {
      tell('idleSoon', { seconds });
    },
  });
  listenTo(window, {
    panicKey: () => calls.settings().panicKey,
    lock: ending.lock,
    panic: ending.panic,
    onPlace: keepPlace,
    onMinimize: () => {
      if (calls.settings().locksOnMinimize) ending.lock();
    },
    onPageDied: ending.pageDied,
  });
  watchPage({
    pid: () => contents()?.getOSProcessId(),
    isRunning,
    onDied: ending.pageDied,
  });
  app.on('will-quit', (event) => {
    if (ending.isDone()) return;
    // Asked to end by the system: the vault is closed first.
    event.preventDefault();
    ending.closed();
  });
  process.on('uncaughtException', (error) => {
    if (!app.isPackaged) process.stderr.write(`${String(error.stack)}\n`);
    ending.failed();
  });
  reloadOnBuild(window);
}

/** `npm run dev` touches a file whenever it has built the page anew. */
function reloadOnBuild(window: BrowserWindow): void {
  const file = process.env['RIHAI_RELOAD'];
  if (app.isPackaged || file === undefined) return;
  watchFile(file, { interval: 200 }, () => {
    if (!window.isDestroyed()) window.webContents.reload();
  });
}

// A launcher that is gone reads no more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
app.on('window-all-closed', () => {
  // The window's own handler decides: locking destroys it and goes on.
});
void app.whenReady().then(start);
