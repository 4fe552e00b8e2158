import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';

export type StoryPage = OutputOf<Contract['records']['story']>;
export type StoryEntry = StoryPage['entries'][number];

/** What one action wrote to one record. */
export type Written = { readonly of: StoryEntry; readonly entries: readonly StoryEntry[] };
export type StoryAction = { readonly first: StoryEntry; readonly records: readonly Written[] };

/**
 * What nobody reads: marks that an action leaves besides values, `$trash`, which its own words
 * tell, and the name under which an attachment is kept, which its hash tells.
 */
const isUntold = (path: string): boolean => path.startsWith('$') || path === 'blob';

function grouped<Key>(
  entries: readonly StoryEntry[],
  keyOf: (entry: StoryEntry) => Key,
): readonly (readonly [StoryEntry, readonly StoryEntry[]])[] {
  const groups = new Map<Key, [StoryEntry, StoryEntry[]]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry, [entry]]);
    else group[1].push(entry);
  }
  return [...groups.values()];
}

/** Lines gathered by action, and in it by record, in the order they came. */
export function byAction(entries: readonly StoryEntry[]): readonly StoryAction[] {
  return grouped(entries, ({ action }) => action).map(([first, lines]) => ({
    first,
    records: grouped(lines, ({ record }) => record).map(([of, own]) => ({ of, entries: own })),
  }));
}

/** The lines to show of a record: those that only say whose it is go without saying. */
export function linesOf({ of, entries }: Written, subject: RecordId): readonly StoryEntry[] {
  const said = entries.filter(({ path }) => !isUntold(path));
  const telling = said.filter(({ value }) => of.record === subject || value !== subject);
  return telling.length === 0 ? said : telling;
}
