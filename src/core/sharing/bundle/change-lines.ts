import { LEVELS } from '#shared/domain/levels';
import { z } from '#shared/domain/zod';
import { AppError } from '#shared/errors/app-error';
import { utf8 } from '#core/kernel/bytes';
import type { Action, Change, ChangeSet, JsonValue } from '#core/changes/model';
import { canonicalJson } from '#core/changes/value';
import { MOST_CHANGES_BYTES, shallowText } from './manifest';

/** Aimed at; one line may make an entry longer, up to the limit. */
const AIM_BYTES = 4 * 1024 * 1024;
const MOST_LINE_CHARS = 1024 * 1024;

const text = z.string().max(MOST_LINE_CHARS);
const ids = z.array(text).max(100_000);
const originSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('typed') }),
  z.strictObject({ type: z.literal('file'), import: text.optional(), row: z.int().optional() }),
  z.strictObject({ type: z.literal('bundle'), bundle: text, sender: text }),
]);
const actionSchema = z.strictObject({
  ...{ id: text, what: text, actor: text, device: text },
  ...{ at: z.int(), origin: originSchema, schema: z.int() },
});
const changeSchema = z.strictObject({
  ...{ id: text, action: text, record: text, kind: text, path: text },
  ...{ value: z.json(), level: z.enum(LEVELS), claim: text.optional(), at: z.int() },
  ...{ prev: ids, covers: ids.optional() },
});
const actorSchema = z.strictObject({ id: text, name: z.string().min(1).max(200) });
const lineSchema = z.union([
  z.strictObject({ action: actionSchema }),
  z.strictObject({ actor: actorSchema }),
  z.strictObject({ change: changeSchema }),
]);

const damaged = (reason: string): AppError => new AppError('bundle/damaged', { reason });

/** The lines of a set, in the one way we write them. */
export function* linesOf({ actions, actors = [], changes }: ChangeSet): Generator<string> {
  const line = (value: unknown): string => `${canonicalJson(value as JsonValue)}\n`;
  for (const actor of actors) yield line({ actor });
  for (const action of actions) yield line({ action });
  for (const change of changes) yield line({ change });
}

/** A set of changes as entries of a bundle: JSON Lines, whole lines, a few MiB each. */
export function* changeEntries(set: ChangeSet): Generator<Uint8Array> {
  let lines: Uint8Array[] = [];
  let bytes = 0;
  for (const one of linesOf(set)) {
    const line = utf8(one);
    if (line.length > MOST_CHANGES_BYTES) throw new AppError('bundle/limit', { reason: 'line' });
    if (bytes > 0 && bytes + line.length > AIM_BYTES) {
      yield new Uint8Array(Buffer.concat(lines));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += line.length;
  }
  if (bytes > 0) yield new Uint8Array(Buffer.concat(lines));
}

/** Reads entries of changes, each written in the one way we write them. Throws `bundle/damaged`. */
export function changeReader() {
  const actions: Action[] = [];
  const changes: Change[] = [];
  const actors: { readonly id: Action['actor']; readonly name: string }[] = [];

  const readLine = (line: string): void => {
    // A line of plain values is never deep; anything longer was looked through as a whole.
    const parsed = lineSchema.safeParse(jsonOf(line));
    if (!parsed.success || canonicalJson(parsed.data as JsonValue) !== line) throw damaged('line');
    const { data } = parsed;
    if ('action' in data) actions.push(data.action as Action);
    else if ('actor' in data) actors.push(data.actor as { id: Action['actor']; name: string });
    else changes.push(data.change as unknown as Change);
  };

  return {
    add: (entry: Uint8Array): void => {
      const whole = shallowText(entry);
      if (whole?.endsWith('\n') !== true) throw damaged('lines');
      for (const line of whole.slice(0, -1).split('\n')) readLine(line);
    },
    set: (): ChangeSet => ({ actions, changes, actors }),
  };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
