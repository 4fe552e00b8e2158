import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { changeExporter } from '#core/changes/export-changes';
import type { ChangeSet } from '#core/changes/model';
import { recordReader } from '#core/changes/reader';
import { salvagedIds } from '#core/db/repositories/salvaged-ids';
import type { OpenVault } from '#core/vault/ports';

/** What could be read of one record: all that was ever written of it, or only how it stands. */
export type ReadRecord =
  | { readonly id: RecordId; readonly has: 'history'; readonly changes: ChangeSet }
  | { readonly id: RecordId; readonly has: 'values'; readonly view: RecordView }
  | { readonly id: RecordId; readonly has: 'nothing' };

/** Undefined where reading fails, whatever the reason: a damaged page fails in many ways. */
export function tried<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Records of a damaged vault one by one: what is wrong with one does not hide another. */
export function damagedRecords({ db }: OpenVault) {
  const ids = salvagedIds(db);
  const exportChanges = changeExporter(db);
  const reader = recordReader(db);
  const read = (id: RecordId): ReadRecord => {
    const changes = tried(() => exportChanges({ records: [id] }));
    if (changes !== undefined && changes.changes.length > 0) return { id, has: 'history', changes };
    const view = tried(() => reader.get(id));
    return view === undefined ? { id, has: 'nothing' } : { id, has: 'values', view };
  };
  return {
    ids: ids.ids,
    /** Places where a record stood of which not even the id can be read. */
    nameless: ids.unread,
    read,
    /** How it stands now, for readable text. */
    view: (id: RecordId): RecordView | undefined => tried(() => reader.get(id)),
  };
}
