import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { recordQueries } from '#core/db/repositories/record-view';
import { changeQueries } from '#core/db/repositories/change-queries';
import type { WriterParts } from './edit-store';
import { entryReader } from './history';
import { joinPath, type Edit, type JsonValue } from './model';
import type { ActionWriter, Committed, HistoryEntry } from './ports';
import { byPath } from './standing';

/** A path with more than one value that nothing replaces. */
export type Conflict = {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: string;
  readonly path: string;
  /** The one shown first. */
  readonly heads: readonly HistoryEntry[];
};

/** What a conflict is settled with. */
type Settled = { readonly record: RecordId; readonly path: string; readonly value: JsonValue };

/** Finds what two desks left to decide, and writes the decision. */
export function conflictDesk(
  { db, clock }: Pick<WriterParts, 'db' | 'clock'>,
  writer: ActionWriter,
) {
  const view = recordQueries(db);
  const log = changeQueries(db);
  const entryOf = entryReader(db, clock);

  const ofRow = (row: NonNullable<ReturnType<typeof view.byId>>): readonly Conflict[] => {
    const heads = byPath(log.headsOfRecord(row.key));
    return view.conflicts(row.key).map((place) => {
      const path = joinPath(place);
      return {
        record: row.id,
        kind: row.kind,
        label: row.label,
        path,
        heads: (heads.get(path) ?? []).map((head) => entryOf(head, true)),
      };
    });
  };

  /** Throws `input/not-found` where there is no such conflict. */
  const editOf = ({ record, path, value }: Settled): Edit => {
    const row = view.byId(record);
    const isOpen = row && view.conflicts(row.key).some((place) => joinPath(place) === path);
    if (row === undefined || isOpen !== true)
      throw new AppError('input/not-found', { record, path });
    return { record, kind: row.kind, path, value };
  };

  return {
    /** Every conflict of the vault, record by record. */
    conflicts: (): readonly Conflict[] => view.inConflict().flatMap(ofRow),
    /**
     * Settles a conflict with one of its values or another; the change names every head.
     * Throws `input/not-found` where there is no such conflict, and what a commit throws.
     */
    settle: (record: RecordId, path: string, value: JsonValue): Committed =>
      writer.commit('settle', { type: 'typed' }, [editOf({ record, path, value })]),
    /** Settles many in one action, or none of them. Throws the same. */
    settleAll: (settled: readonly Settled[]): Committed =>
      writer.commit('settle', { type: 'typed' }, settled.map(editOf)),
  };
}
