import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNELS, EVENT_CHANNELS } from '#shared/ipc/channels';

// Forwards known names only; shapes are checked by whoever runs the call.
const calls = new Set<string>(CALL_CHANNELS);
const events = new Set<string>(EVENT_CHANNELS);

/** As main refuses: a code, never silence. */
const UNKNOWN = { ok: false, error: { code: 'usage', params: { reason: 'unknown call' } } };

// Electron 29 and later tell the path through webUtils, older ones through the file itself.
const pathOf = (file: File): string =>
  (webUtils as typeof webUtils | undefined)?.getPathForFile(file) ??
  (file as File & { readonly path?: string }).path ??
  '';

contextBridge.exposeInMainWorld('rihai', {
  call: (channel: string, input: unknown): Promise<unknown> => {
    if (!calls.has(channel)) return Promise.resolve(UNKNOWN);
    return ipcRenderer.invoke(channel, input);
  },
  on: (name: string, listener: (payload: unknown) => void): (() => void) => {
    if (!events.has(name)) throw new Error('unknown event');
    const forward = (_event: unknown, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
  /** Tokens for dropped files; their paths go to main and nowhere else. */
  drop: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke('files:dropped', { paths: files.map(pathOf).filter((path) => path !== '') }),
});
