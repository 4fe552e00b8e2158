import type { ChangeId, RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { HeldChange } from '#core/db/repositories/change-rows';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import { editRunner, type WriterParts } from './edit-store';
import { entryReader } from './history';
import { MARK, type JsonValue, type TrashMark } from './model';
import type { Committed, HistoryEntry } from './ports';

/** Value of a mark of deletion made by someone who sees these heads. */
export const trashMark = (heads: readonly HeldChange[]): TrashMark => ({
  seen: heads.filter((head) => head.path !== MARK.trash).map((head) => head.id),
});

/** A record in the trash that someone wrote to without its deletion having seen it. */
export type InboxItem = {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly unseen: readonly HistoryEntry[];
};

/** Puts records into the trash and takes them out; nothing is erased here. */
export function trashCan(parts: WriterParts) {
  const { db, clock } = parts;
  const view = recordQueries(db);
  const log = changeQueries(db);
  const run = editRunner(parts);
  const entryOf = entryReader(db, clock);

  const held = (id: RecordId): RecordRow => {
    const row = view.byId(id);
    if (row === undefined) throw new AppError('input/not-found', { record: id });
    return row;
  };

  const mark = (what: string, row: RecordRow, value: JsonValue): Committed =>
    run(
      {
        what,
        origin: { type: 'typed' },
        edits: [{ record: row.id, kind: row.kind, path: MARK.trash, value }],
      },
      row.id,
    );

  const unseenIn = (row: RecordRow): readonly HeldChange[] => {
    const heads = log.headsOfRecord(row.key);
    const seen = new Set<ChangeId>();
    for (const head of heads)
      if (head.path === MARK.trash && head.value !== null) {
        const { prev, covers } = log.pairsOf(head.key);
        for (const id of [...prev, ...covers]) seen.add(id);
      }
    return heads.filter((head) => head.path !== MARK.trash && !seen.has(head.id));
  };

  return {
    /**
     * Marks a record as deleted, naming what of it was seen. Marked again, it has seen what came
     * since. Throws `input/not-found`.
     */
    trash: (id: RecordId): Committed => {
      const row = held(id);
      return mark('trash', row, trashMark(log.headsOfRecord(row.key)));
    },
    /** Takes the mark away. Throws `input/not-found`. */
    restore: (id: RecordId): Committed => mark('restore', held(id), null),
    /** Deleted records with values their deletion had not seen: someone has to decide again. */
    inbox: (): readonly InboxItem[] =>
      view.trashed().flatMap((row) => {
        const unseen = unseenIn(row).map((change) => entryOf(change, true));
        return unseen.length === 0
          ? []
          : [{ record: row.id, kind: row.kind, label: row.label, unseen }];
      }),
  };
}
