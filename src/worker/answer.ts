import { randomInt } from 'node:crypto';
import { basename } from 'node:path';
import { CONTRACT, INSIDE } from '#shared/ipc/contract';
import type { Entry } from '#shared/ipc/entry';
import type { ChosenFiles } from '#shared/ipc/messages';
import { parseInput } from '#shared/ipc/parse-input';
import { failure, success, type Result } from '#shared/ipc/result';
import { toAppError } from '#core/app/index';
import { assertTakesWrites, noteDamage } from './damage';
import { callWith, type Desk } from './desk';
import type { VaultHandlers } from './handlers/index';

type AnyHandler = (input: unknown, call: ReturnType<typeof callWith>) => unknown;

export type Answering = {
  readonly desk: Desk;
  readonly handlers: VaultHandlers;
  /** Holds answers against the contract too: in development and tests. */
  readonly isChecked: boolean;
};

const ENTRIES: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
  ...CONTRACT,
  ...INSIDE,
};

/** The entry of a channel, and its handler; undefined where there is none in this process. */
function find(handlers: VaultHandlers, channel: string) {
  const [group = '', name = ''] = channel.split(':');
  const entries = Object.hasOwn(ENTRIES, group) ? ENTRIES[group] : undefined;
  const own = (handlers as Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>)[group];
  const entry = entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
  const handler = own !== undefined && Object.hasOwn(own, name) ? own[name] : undefined;
  return entry === undefined || handler === undefined ? undefined : { entry, handler };
}

/** An error as it may cross: a code and its values; no stack, no statement, no path. */
export function refusal(thrown: unknown): Result<never> {
  const error = toAppError(thrown);
  if (error.code === 'internal')
    return failure('internal', { reference: String(randomInt(10_000_000, 100_000_000)) });
  const { file } = error.params;
  return failure(error.code, {
    ...error.params,
    ...(typeof file === 'string' ? { file: basename(file) } : {}),
  });
}

const overwrite = (input: unknown): void => {
  if (typeof input !== 'object' || input === null) return;
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0);
};

/** Runs one call: input by schema, lock state, handler, output by schema. Never throws. */
export async function answer(
  { desk, handlers, isChecked }: Answering,
  channel: string,
  input: unknown,
  files: ChosenFiles,
): Promise<Result<unknown>> {
  const found = find(handlers, channel);
  if (found === undefined) return failure('usage', { reason: 'unknown call' });
  const { entry, handler } = found;
  try {
    const state = desk.isUnlocked() ? 'unlocked' : 'locked';
    if (entry.needs !== 'any' && entry.needs !== state)
      return state === 'locked' ? failure('vault/locked') : failure('usage', { reason: state });
    const parsed = parseInput(entry, input);
    if (!parsed.ok) return parsed;
    assertTakesWrites(desk, channel, entry);
    const value = await handler(parsed.value, callWith(files));
    return success(isChecked ? entry.output.parse(value) : value);
  } catch (error) {
    noteDamage(desk, channel, toAppError(error));
    return refusal(error);
  } finally {
    overwrite(input);
  }
}
