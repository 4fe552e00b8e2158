import { isAppError } from '#shared/errors/app-error';
import type { Entry, Group } from '#shared/ipc/entry';
import { failure, success, type Result } from '#shared/ipc/result';
import { isTrustedSender, type CallEvent } from './sender';

export type Handlers = Readonly<
  Record<string, Readonly<Record<string, (input: never) => unknown>>>
>;

export type Routing = {
  readonly contract: Readonly<Record<string, Group>>;
  readonly handlers: Handlers;
  /** Id of the one page that may call. */
  readonly contentsId: () => number | undefined;
  readonly isUnlocked: () => boolean;
  readonly relay: (channel: string, input: unknown) => Promise<Result<unknown>>;
};

export type Route = (event: CallEvent, input: unknown) => Promise<Result<unknown>>;

async function runHere(
  entry: Entry,
  handler: (input: never) => unknown,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = entry.input.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.map(String).join('/') ?? '';
    return failure('input/field', { field, reason: 'shape' });
  }
  try {
    return success(await handler(parsed.data as never));
  } catch (error) {
    return isAppError(error) ? failure(error.code, error.params) : failure('internal');
  }
}

function refusalOf(entry: Entry, isUnlocked: boolean): Result<never> | undefined {
  if (entry.needs === 'unlocked' && !isUnlocked) return failure('vault/locked');
  if (entry.needs === 'locked' && isUnlocked) return failure('usage', { reason: 'unlocked' });
  return undefined;
}

/** One route per entry of the contract. A refusal is a coded error, never silence. */
export function routes(routing: Routing): ReadonlyMap<string, Route> {
  const { contract, handlers, contentsId, isUnlocked, relay } = routing;
  const all = new Map<string, Route>();
  for (const [group, entries] of Object.entries(contract)) {
    for (const [call, entry] of Object.entries(entries)) {
      const channel = `${group}:${call}`;
      const handler = handlers[group]?.[call];
      if ((entry.runsIn === 'main') !== (handler !== undefined))
        throw new Error(`${channel} must be run in ${entry.runsIn}`);
      all.set(channel, async (event, input) => {
        if (!isTrustedSender(event, contentsId())) return failure('usage', { reason: 'sender' });
        const refused = refusalOf(entry, isUnlocked());
        if (refused !== undefined) return refused;
        return handler === undefined ? relay(channel, input) : runHere(entry, handler, input);
      });
    }
  }
  return all;
}
