import { isAppError } from '#shared/errors/app-error';
import { CALL_CHANNELS, needsOf } from '#shared/ipc/channels';
import type { Entry, Group } from '#shared/ipc/entry';
import { parseInput } from '#shared/ipc/parse-input';
import { failure, success, type Result } from '#shared/ipc/result';
import { isTrustedSender, type CallEvent } from './sender';

export type Handlers = Readonly<
  Record<string, Readonly<Record<string, (input: never) => unknown>>>
>;

export type Routing = {
  /** What main runs itself; all other calls are relayed to the vault process, which knows their shapes. */
  readonly own: Readonly<Record<string, Group>>;
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

function refusalOf(needs: Entry['needs'], isUnlocked: boolean): Result<never> | undefined {
  if (needs === 'unlocked' && !isUnlocked) return failure('vault/locked');
  if (needs === 'locked' && isUnlocked) return failure('usage', { reason: 'unlocked' });
  return undefined;
}

type Run = (input: unknown) => Promise<Result<unknown>>;

/** Main's own entries, each with its handler. Throws where one has none, or a handler has no entry. */
function ownRuns({ own, handlers, isChecked }: Routing) {
  const runs = new Map<string, { readonly needs: Entry['needs']; readonly run: Run }>();
  for (const [group, entries] of Object.entries(own)) {
    for (const [call, entry] of Object.entries(entries)) {
      const channel = `${group}:${call}`;
      const handler = handlers[group]?.[call];
      if (handler === undefined) throw new Error(`${channel} must be run in main`);
      const run: Run = (input) => runHere(entry, handler, input, isChecked);
      runs.set(channel, { needs: entry.needs, run });
    }
  }
  for (const [group, calls] of Object.entries(handlers)) {
    for (const call of Object.keys(calls))
      if (!runs.has(`${group}:${call}`)) throw new Error(`${group}:${call} is not in the contract`);
  }
  return runs;
}

/** One route per call of the window. A refusal is a coded error, never silence. */
export function routes(routing: Routing): ReadonlyMap<string, Route> {
  const { contentsId, isUnlocked, relay } = routing;
  const runs = ownRuns(routing);
  const all = new Map<string, Route>();
  for (const channel of CALL_CHANNELS) {
    const { needs, run } = runs.get(channel) ?? {
      needs: needsOf(channel),
      run: (input: unknown) => relay(channel, input),
    };
    all.set(channel, async (event, input) => {
      if (!isTrustedSender(event, contentsId())) return failure('usage', { reason: 'sender' });
      return refusalOf(needs, isUnlocked()) ?? run(input);
    });
  }
  return all;
}
