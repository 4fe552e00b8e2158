import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import { changeQueries } from '#core/db/repositories/change-queries';
import { recordPurge } from '#core/db/repositories/record-purge';
import { tombstones } from '#core/db/repositories/record-tombstones';
import { recordQueries } from '#core/db/repositories/record-view';
import { finisher, touch, type Touched, type WriterParts } from './edit-store';

/** What is left to do, or to look at, after a purge. */
export type Purged = {
  /** Attachments whose keys are gone: their files can be removed. */
  readonly blobs: readonly string[];
  /** Other records that named one of them; what they say of it is theirs and stays. */
  readonly referring: readonly RecordId[];
};

/**
 * Erases records for good: their changes, rows, text, drafts and the keys of their attachments.
 * Only the ids stay, so that a bundle has to ask before they come back. Throws `input/not-found`.
 */
export function purger(parts: Pick<WriterParts, 'db' | 'clock' | 'audit' | 'derivations'>) {
  const { db, clock, audit } = parts;
  const view = recordQueries(db);
  const log = changeQueries(db);
  const rows = recordPurge(db);
  const gone = tombstones(db);
  const finish = finisher(parts);
  return function purge(ids: readonly RecordId[]): Purged {
    return db.transaction(() => {
      const touched: Touched = new Map();
      const names = new Set<string>();
      const referring = new Set<RecordId>();
      for (const id of new Set(ids)) {
        const row = view.byId(id);
        if (row === undefined) throw new AppError('input/not-found', { record: id });
        for (const { kind, path, value, field } of log.ofRecord(row.key)) {
          if (kind === 'document' && path === 'blob' && typeof value === 'string') names.add(value);
          touch(touched, row.key, field);
        }
        for (const other of rows.referring(id, row.key)) referring.add(other);
        rows.erase(id, row.key);
        gone.add(id, clock.nowMs());
        audit.append('purge', id);
      }
      finish(touched);
      for (const id of ids) referring.delete(id);
      return { blobs: [...names].filter(rows.dropBlob), referring: [...referring].sort() };
    });
  };
}
