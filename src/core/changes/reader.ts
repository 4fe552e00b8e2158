import type { RecordId } from '#shared/domain/ids';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import type { ReadableDb } from '#core/db/driver';
import { changeQueries } from '#core/db/repositories/change-queries';
import { fieldsFromRow } from '#core/db/repositories/record-columns';
import { recordQueries, type RecordRow } from '#core/db/repositories/record-view';
import { joinPath } from './model';
import type { RecordReader } from './ports';
import { byPath, fieldsObject } from './standing';
import { upcast } from './upcast';

/** Reads records from the tables of the current view. */
export function recordReader(db: ReadableDb): RecordReader {
  const view = recordQueries(db);
  const log = changeQueries(db);

  const conflictsOf = (rec: number): Record<string, readonly unknown[]> => {
    const places = view.conflicts(rec);
    if (places.length === 0) return {};
    const heads = byPath(log.headsOfRecord(rec));
    return Object.fromEntries(
      places.map((place) => {
        const path = joinPath(place);
        return [path, (heads.get(path) ?? []).map((head) => upcast(head))];
      }),
    );
  };

  const levelsOf = (rec: number): Pick<RecordView, 'levels'> => {
    const own = view.ownLevels(rec);
    if (own.length === 0) return {};
    return { levels: Object.fromEntries(own.map((one) => [joinPath(one), one.level])) };
  };

  // Kind and values agree because tables are built from the same registry as the types.
  const viewOf = <K extends RecordKind>(kind: K, row: RecordRow): RecordView<K> => {
    const { key, ...own } = row;
    const fields = fieldsFromRow(kind, view.kindRow(kind, key));
    return {
      ...own,
      kind,
      fields: fieldsObject(fields, view.elements(key)),
      conflicts: conflictsOf(key),
      ...levelsOf(key),
    };
  };

  const getOf = <K extends RecordKind>(kind: K, id: RecordId | undefined) => {
    const row = id === undefined ? undefined : view.byId(id);
    return row?.kind === kind ? viewOf(kind, row) : undefined;
  };

  return {
    get: (id) => {
      const row = view.byId(id);
      return row !== undefined && isRecordKind(row.kind) ? viewOf(row.kind, row) : undefined;
    },
    getOf,
    referring: (kind, field, target) =>
      view.referring(kind, field, target).map((row) => viewOf(kind, row)),
    all: (kind) => view.ofKind(kind).map((row) => viewOf(kind, row)),
  };
}
