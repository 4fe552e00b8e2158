import { toHex, utf8 } from '#core/kernel/bytes';
import { idFromBytes } from '#core/kernel/ids';
import type { Change, ChangeSet } from '#core/changes/model';
import { strictestOf } from '#core/gate/levels';
import type { Leaving, LeavingFile } from '#core/gate/model';
import { hash } from '#core/vault/sodium';

/** What a change was said to cover: told again when it grew. */
export const markOf = ({ covers = [] }: Change): string =>
  covers.length === 0 ? '' : toHex(hash(utf8([...covers].sort().join('\n')), null, 16));

export type SentChanges = ReadonlyMap<string, string | null>;

export function sentChanges(
  rows: Iterable<{ readonly change: Uint8Array; readonly mark: string | null }>,
): SentChanges {
  const sent = new Map<string, string | null>();
  for (const { change, mark } of rows) sent.set(idFromBytes(change), mark);
  return sent;
}

/** Changes that those who follow a stream do not have yet, or know too little of. */
export const unsent = (changes: readonly Change[], sent: SentChanges): readonly Change[] =>
  changes.filter((change) => {
    const mark = sent.get(change.id);
    return mark === undefined || (mark !== null && mark !== markOf(change));
  });

/** These changes of a set, with the actions and hands that they rest on. */
export function partOfSet(set: ChangeSet, changes: readonly Change[]): ChangeSet {
  const ids = new Set(changes.map(({ action }) => action));
  const actions = set.actions.filter(({ id }) => ids.has(id));
  const hands = new Set(actions.map(({ actor }) => actor));
  return { actions, changes, actors: (set.actors ?? []).filter(({ id }) => hands.has(id)) };
}

/** A part of what the gate let through: these changes and attachments. */
export function partOf(
  leaving: Leaving,
  changes: readonly Change[],
  files: readonly LeavingFile[],
): Leaving {
  const records = new Set(changes.map(({ record }) => record));
  return {
    ...leaving,
    records: leaving.records.filter(({ id }) => records.has(id)),
    ...{ files, set: partOfSet(leaving.set, changes) },
    level: changes.length === 0 ? 'public' : strictestOf(...changes.map(({ level }) => level)),
  };
}

/** These attachments with all that leaves of their documents, so that each bundle of them stands by itself. */
export function withDocuments(leaving: Leaving, files: readonly LeavingFile[]): Leaving {
  const documents = new Set(files.map(({ document }) => document));
  const changes = leaving.set.changes.filter(({ record }) => documents.has(record));
  return partOf(leaving, changes, files);
}

/** Attachments in lots of at most `most` bytes; one that is longer goes alone. */
export function lotsOf(
  files: readonly LeavingFile[],
  most: number,
): readonly (readonly LeavingFile[])[] {
  const lots: LeavingFile[][] = [];
  let bytes = most;
  for (const file of files) {
    if (bytes + file.sizeBytes > most || lots.length === 0) {
      lots.push([]);
      bytes = 0;
    }
    lots.at(-1)?.push(file);
    bytes += file.sizeBytes;
  }
  return lots;
}
