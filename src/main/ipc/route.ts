import { isAppError } from '#shared/errors/app-error';
import type { Entry, Group } from '#shared/ipc/entry';
import { parseInput } from '#shared/ipc/parse-input';
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
  /** In development answers are held against the contract too; the vault process does so for its own. */
  readonly isChecked: boolean;
  readonly relay: (channel: string, input: unknown) => Promise<Result<unknown>>;
};

export type Route = (event: CallEvent, input: unknown) => Promise<Result<unknown>>;

/** Runs a call of main: input by schema, handler, output by schema. Never throws. */
async function runHere(
  entry: Entry,
  handler: (input: never) => unknown,
  input: unknown,
  isChecked: boolean,
): Promise<Result<unknown>> {
  try {
    const parsed = parseInput(entry, input);
    if (!parsed.ok) return parsed;
    const value = await handler(parsed.value as never);
    return success(isChecked ? entry.output.parse(value) : value);
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
  const { contract, handlers, contentsId, isUnlocked, isChecked, relay } = routing;
  const all = new Map<string, Route>();
  for (const [group, calls] of Object.entries(handlers)) {
    for (const call of Object.keys(calls)) {
      const runsIn = contract[group]?.[call]?.runsIn;
      if (runsIn === undefined) throw new Error(`${group}:${call} is not in the contract`);
    }
  }
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
        return handler === undefined
          ? relay(channel, input)
          : runHere(entry, handler, input, isChecked);
      });
    }
  }
  return all;
}
