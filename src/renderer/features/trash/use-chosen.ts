import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';

/** Which rows are chosen, of those that are still there. */
export function useChosen(rows: readonly { readonly id: RecordId }[]) {
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  return {
    ids: rows.flatMap(({ id }) => (chosen.has(id) ? [id] : [])),
    has: (id: RecordId): boolean => chosen.has(id),
    set: (id: RecordId, isChosen: boolean): void => {
      const next = new Set(chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      setChosen(next);
    },
    clear: (): void => {
      setChosen(new Set());
    },
  };
}
