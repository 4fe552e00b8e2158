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
  /** Other records that named it; what they say of it is theirs and stays. */
  readonly referring: readonly RecordId[];
};

/**
 * Erases a record for good: its changes, rows, text, drafts and the keys of its attachments.
 * Only its id stays, so that a bundle has to ask before it comes back. Throws `input/not-found`.
 */
export function purger(parts: Pick<WriterParts, 'db' | 'clock' | 'audit' | 'derivations'>) {
  const { db, clock, audit } = parts;
  const view = recordQueries(db);
  const log = changeQueries(db);
  const rows = recordPurge(db);
  const gone = tombstones(db);
  const finish = finisher(parts);
  return function purge(id: RecordId): Purged {
    return db.transaction(() => {
      const row = view.byId(id);
      if (row === undefined) throw new AppError('input/not-found', { record: id });
      const changes = log.ofRecord(row.key);
      const names = changes
        .filter((change) => change.kind === 'document' && change.path === 'blob')
        .flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
      const blobs = [...new Set(names)].filter((name) => rows.dropBlob(name, row.key));
      const referring = rows.referring(id, row.key);
      const touched: Touched = new Map();
      for (const change of changes) touch(touched, row.key, change.field);
      rows.erase(id, row.key);
      gone.add(id, clock.nowMs());
      finish(touched);
      audit.append('purge', id);
      return { blobs, referring };
    });
  };
}
