import type { WritableDb } from '#core/db/driver';
import type { VaultStore } from '#core/db/repositories/vault-store';
import type { BlobFiles } from './blob-files';

/**
 * Takes away, at unlock, what a crash or a change of mind left: parts never
 * finished, attachments that no record ever came to name, files whose key the
 * database does not hold. The rows go first and durably, then the files.
 */
export function sweepBlobs(db: WritableDb, store: VaultStore, files: BlobFiles): void {
  files.emptyStaging();
  const pending = store.pendingBlobs();
  if (pending.length > 0) {
    const named = store.blobsInRecords();
    db.transaction(() => {
      for (const name of pending) {
        if (!named.has(name) && !store.isBlobMentioned(name)) store.dropBlob(name);
        store.clearPendingBlob(name);
      }
    });
  }
  const known = new Set(store.blobNames());
  for (const name of files.all()) if (!known.has(name)) files.drop(name);
}
