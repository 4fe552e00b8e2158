import type { Session, WebPreferences } from 'electron';

/** What holds for every page of this program, seen or hidden: sandboxed, isolated, without Node and tools. */
export const closedPreferences = (session: Session, preload: string): WebPreferences => ({
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
});
