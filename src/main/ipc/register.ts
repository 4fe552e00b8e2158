import { ipcMain, type WebContents } from 'electron';
import { routes, type Routing } from './route';

/** Gives every entry of the contract to Electron, once. */
export function registerCalls(routing: Routing): void {
  for (const [channel, route] of routes(routing)) ipcMain.handle(channel, route);
}

/** Sends to a page, if it is still there. */
export function sendTo(contents: WebContents | undefined, name: string, payload: unknown): void {
  if (contents !== undefined && !contents.isDestroyed()) contents.send(name, payload);
}
