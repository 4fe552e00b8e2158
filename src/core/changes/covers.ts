import type { ChangeId } from '#shared/domain/ids';

/**
 * Everything `start` replaces through changes that stay behind: a walk along the pairs that goes on
 * through a change that does not travel and stops at one that does. What is found needs no value to
 * be replaced, its id is enough; without it a partial share would make conflicts that nobody made.
 */
export function coversOf(
  start: ChangeId,
  travels: (id: ChangeId) => boolean,
  replacedBy: (id: ChangeId) => readonly ChangeId[],
): ReadonlySet<ChangeId> {
  const found = new Set<ChangeId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id !== start && travels(id)) continue;
    for (const next of replacedBy(id)) {
      if (next === start || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
