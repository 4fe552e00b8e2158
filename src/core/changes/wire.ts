import { isId } from '#shared/domain/ids';
import { LEVELS } from '#shared/domain/levels';
import { AppError } from '#shared/errors/app-error';
import type { Action, Change, ChangeSet } from './model';
import { canonicalJson, depthFault } from './value';

const MAX_NAME_CHARS = 200;

const isName = (text: unknown): boolean =>
  typeof text === 'string' && text !== '' && text.length <= MAX_NAME_CHARS;

const isStamp = (at: unknown): boolean => Number.isSafeInteger(at);

/** Why a change cannot be stored at all; what this version does not know is no reason. */
function changeFault({ id, action, record, claim, ...rest }: Change): string | undefined {
  const ids = [id, action, record, ...(claim === undefined ? [] : [claim])];
  const replaced = [...rest.prev, ...(rest.covers ?? [])];
  if (![...ids, ...replaced].every((one) => isId(one))) return 'not-an-id';
  if (replaced.includes(id)) return 'replaces-itself';
  if (!isName(rest.kind) || !isName(rest.path)) return 'unnamed';
  if (!LEVELS.includes(rest.level)) return 'not-a-level';
  if (!isStamp(rest.at)) return 'not-a-time';
  return depthFault(rest.value);
}

function actionFault(action: Action): string | undefined {
  if (![action.id, action.actor, action.device].every((one) => isId(one))) return 'not-an-id';
  const { origin } = action;
  if (origin.type === 'file' && origin.import !== undefined && !isId(origin.import))
    return 'not-an-id';
  if (!isName(action.what)) return 'unnamed';
  return isStamp(action.at) && isStamp(action.schema) ? undefined : 'not-a-time';
}

/** The content of an action or change that must be the same wherever it is held. */
export const actionContent = (action: Action): string => canonicalJson(action);

export function changeContent(change: Omit<Change, 'covers'>): string {
  const { id, action, record, kind, path, value, level, claim, at, prev } = change;
  const own = { id, action, record, kind, path, value, level, at, prev: prev.toSorted() };
  return canonicalJson(claim === undefined ? own : { ...own, claim });
}

/** By id; the same id twice with other content is a clash. */
function distinct<Item extends { readonly id: string }>(
  items: readonly Item[],
  content: (item: Item) => string,
): ReadonlyMap<Item['id'], Item> {
  const known = new Map<Item['id'], Item>();
  for (const item of items) {
    const before = known.get(item.id);
    if (before !== undefined && content(before) !== content(item))
      throw new AppError('bundle/clash', { id: item.id });
    known.set(item.id, before ?? item);
  }
  return known;
}

export type CheckedSet = {
  readonly actions: ReadonlyMap<Action['id'], Action>;
  readonly changes: ReadonlyMap<Change['id'], Change>;
};

/** A change that stands twice in a set, as in two bundles joined, covers what either says. */
function withAllCovers(
  changes: CheckedSet['changes'],
  all: readonly Change[],
): CheckedSet['changes'] {
  if (changes.size === all.length) return changes;
  const joined = new Map(changes);
  for (const { id, covers = [] } of all) {
    const known = joined.get(id);
    if (known !== undefined)
      joined.set(id, { ...known, covers: [...new Set([...(known.covers ?? []), ...covers])] });
  }
  return joined;
}

/** Refuses a set that no vault of ours can have written: throws `input/field` or `bundle/clash`. */
export function checkSet(set: ChangeSet): CheckedSet {
  for (const action of set.actions) {
    const reason = actionFault(action);
    if (reason !== undefined) throw new AppError('input/field', { id: action.id, reason });
  }
  const actions = distinct(set.actions, actionContent);
  for (const change of set.changes) {
    const reason =
      changeFault(change) ?? (actions.has(change.action) ? undefined : 'without-action');
    if (reason !== undefined) throw new AppError('input/field', { id: change.id, reason });
  }
  const changes = distinct(set.changes, changeContent);
  return { actions, changes: withAllCovers(changes, set.changes) };
}
