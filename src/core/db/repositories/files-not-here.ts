import type { RecordView } from '#shared/domain/registry';
import { idToBytes } from '#core/kernel/ids';
import type { OpenVault } from '#core/vault/ports';

/** Ids of the parts in which a damaged vault was taken over begin so; those of bundles are hexadecimal. */
export const SALVAGE_ID = 'salvage ';

const NAMINGS = `SELECT count(*) AS held, count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM received x JOIN bundle b ON b.key = x.bundle
    WHERE x.change = c.key AND b.id NOT LIKE '${SALVAGE_ID}%')) AS brought
  FROM record r JOIN change c ON c.rec = r.key JOIN field f ON f.key = c.field
  WHERE r.id = ? AND f.kind = 'document' AND f.name = 'blob'`;

/**
 * Tells documents whose file never came: whatever names it came in a bundle, and no bundle so far
 * carried the bytes. Nothing of such a one is damaged or lost here.
 */
export function filesNotHere({ db, blobs }: Pick<OpenVault, 'db' | 'blobs'>) {
  const namings = db.prepare<{ held: number; brought: number }>(NAMINGS);
  return ({ id, fields: { blob } }: RecordView<'document'>): boolean => {
    if (blob === undefined || blobs.isKnown(blob)) return false;
    const { held, brought } = namings.get(idToBytes(id)) ?? { held: 0, brought: 0 };
    return held > 0 && held === brought;
  };
}
