import type { RecordId } from '#shared/domain/ids';
import { idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** Ids of the parts in which a damaged vault was taken over begin so; those of bundles are hexadecimal. */
export const SALVAGE_ID = 'salvage ';

const NAMINGS = `SELECT count(*) AS held, count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM received x JOIN bundle b ON b.key = x.bundle
    WHERE x.change = c.key AND b.id NOT LIKE '${SALVAGE_ID}%')) AS brought
  FROM record r JOIN change c ON c.rec = r.key JOIN field f ON f.key = c.field
  WHERE r.id = ? AND f.kind = 'document' AND f.name = 'blob'`;

/** Tells documents that another desk attached: whatever names their file came in a bundle. */
export function fileOrigin(db: ReadableDb): (document: RecordId) => 'here' | 'elsewhere' {
  const namings = db.prepare<{ held: number; brought: number }>(NAMINGS);
  return (document) => {
    const { held, brought } = namings.get(idToBytes(document)) ?? { held: 0, brought: 0 };
    return held > 0 && held === brought ? 'elsewhere' : 'here';
  };
}
