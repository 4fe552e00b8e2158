import type { ActorId, OutsideId, RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { RecordReader } from '#core/changes/ports';
import type { WritableDb } from '#core/db/driver';
import { vaultStore } from '#core/db/repositories/vault-store';
import type { Documents } from '#core/documents/index';
import { idToBytes } from '#core/kernel/ids';
import type { OutsideRegister } from '#core/outside/index';
import { findByPrefix, shortened } from './find';

/**
 * Deletes a file outside; the original of a document only after the vault's own copy was read to
 * its end and is the same. Throws `outside/…`, `blob/…`, and `input/not-found` where the document
 * is not held any more: then the file outside may be the only copy.
 */
const removing =
  (outside: OutsideRegister, reader: RecordReader, documents: Documents) =>
  async (id: OutsideId): Promise<{ readonly hasOtherName: boolean }> => {
    const { kind, what, subject, sha256 } = outside.one(id);
    if (kind === 'original' && what === 'document') {
      const document = reader.getOf('document', subject as RecordId);
      if (document?.fields.sha256 !== sha256) {
        throw new AppError('input/not-found', { id: subject });
      }
      let read = 0;
      // Reading to the end holds every byte against the hash on file.
      for await (const bytes of documents.extract(document.id)) read += bytes.length;
      if (read !== document.fields.sizeBytes) throw new AppError('blob/damaged', { id: subject });
    }
    return outside.remove(id);
  };

/** The register of what lies outside, as windows and commands work with it. */
export const outsideDesk = (
  db: WritableDb,
  outside: OutsideRegister,
  reader: RecordReader,
  documents: Documents,
) => ({
  ...outside,
  /** Name of who made an entry; '' where it is not known. */
  nameOf: (actor: ActorId): string => vaultStore(db).actor(idToBytes(actor))?.name ?? '',
  remove: removing(outside, reader, documents),
  /** The one entry whose id begins so. Throws `input/not-found` or `input/ambiguous`. */
  byPrefix: (prefix: string): OutsideId => findByPrefix(outside.between, prefix),
  short: (id: OutsideId): string => shortened(id, outside.beside(id)),
});
