import type { RecordView } from '#shared/domain/registry';
import { fileOrigin } from '#core/db/repositories/file-origin';
import type { OpenVault } from '#core/vault/ports';

/**
 * Tells documents whose file never came: another desk wrote of them, and no bundle so far carried
 * the bytes. Nothing of such a one is damaged or lost here.
 */
export function filesNotHere({ db, blobs }: Pick<OpenVault, 'db' | 'blobs'>) {
  const originOf = fileOrigin(db);
  return ({ id, fields: { blob } }: RecordView<'document'>): boolean =>
    blob !== undefined && !blobs.isKnown(blob) && originOf(id) === 'elsewhere';
}
