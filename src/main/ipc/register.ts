import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isAppError } from '#shared/errors/app-error';
import type { Entry } from '#shared/ipc/entry';
import { failure, success, type Result } from '#shared/ipc/result';

export type MainHandlers = Readonly<Record<string, (input: never) => unknown>>;

export type Registration = {
  readonly contract: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  readonly handlers: MainHandlers;
  /** The one page that may call. */
  readonly contents: () => WebContents | undefined;
  readonly isUnlocked: () => boolean;
  readonly relay: (channel: string, input: unknown) => Promise<Result<unknown>>;
};

/** Only our own page, in its top frame, from our own scheme. */
export function isTrustedSender(event: IpcMainInvokeEvent, contents: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return (
    contents !== undefined &&
    event.sender.id === contents.id &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith('app://rihai/')
  );
}

async function runHere(entry: Entry, handler: MainHandlers[string], input: unknown): Promise<Result<unknown>> {
  const parsed = entry.input.safeParse(input);
  if (!parsed.success) return failure('input/field', { field: parsed.error.issues[0]?.path.join('/') ?? '' });
  try {
    return success(await handler(parsed.data as never));
  } catch (error) {
    return isAppError(error) ? failure(error.code, error.params) : failure('internal');
  }
}

/** Registers every entry of the contract once. A refusal is a coded error, never silence. */
export function registerCalls(registration: Registration): void {
  const { contract, handlers, contents, isUnlocked, relay } = registration;
  for (const [group, entries] of Object.entries(contract)) {
    for (const [call, entry] of Object.entries(entries)) {
      const channel = `${group}:${call}`;
      const handler = handlers[channel];
      if (entry.runsIn === 'main' && handler === undefined) throw new Error(`no handler for ${channel}`);
      ipcMain.handle(channel, async (event, input: unknown): Promise<Result<unknown>> => {
        if (!isTrustedSender(event, contents())) return failure('usage', { what: 'sender' });
        const state = isUnlocked() ? 'unlocked' : 'locked';
        if (entry.needs !== 'any' && entry.needs !== state) return failure('vault/locked');
        return handler === undefined ? relay(channel, input) : runHere(entry, handler, input);
      });
    }
  }
}
