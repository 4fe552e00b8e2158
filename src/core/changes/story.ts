import type { ActionId, RecordId } from '#shared/domain/ids';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import type { ReadableDb } from '#core/db/driver';
import { recordQueries } from '#core/db/repositories/record-view';
import { storyQueries, type StoryPage } from '#core/db/repositories/story-queries';
import type { Clock } from '#core/kernel/ports';
import { entryReader } from './history';
import type { HistoryEntry } from './ports';

/** A line of history with the record that it is of. */
export type StoryEntry = HistoryEntry & {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly label: string;
  readonly isTrashed: boolean;
};

export type Story = {
  /** Lines of one action stand together, the latest action first. */
  readonly entries: readonly StoryEntry[];
  /** Ask `before` this for what is older; undefined where nothing is. */
  readonly older: ActionId | undefined;
};

/** Reads what was written of a record and of everything that belongs to it. */
export function storyReader(db: ReadableDb, clock: Clock) {
  const view = recordQueries(db);
  const read = storyQueries(db);
  const entryOf = entryReader(db, clock);
  /** Belonging is as it stands now. Empty where the record is not held. */
  return function story(record: RecordId, { before, limit }: StoryPage): Story {
    const row = view.byId(record);
    if (row === undefined) return { entries: [], older: undefined };
    const found = read(row.key, { before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const entries = shown.flatMap(({ changes }) =>
      changes.flatMap(({ change, isHead }): readonly StoryEntry[] => {
        const of = view.byKey(change.rec);
        if (of === undefined || !isRecordKind(of.kind)) return [];
        const { id, kind, label, isTrashed } = of;
        return [{ ...entryOf(change, isHead), record: id, kind, label, isTrashed }];
      }),
    );
    return { entries, older: found.length > limit ? shown.at(-1)?.id : undefined };
  };
}
