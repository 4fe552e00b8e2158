import type { RecordId } from '#shared/domain/ids';
import { idFromBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

/** Keys without a record after which there are no more, where the last key cannot be read. */
const MOST_MISSES = 5_000;

type Found = { readonly key: number; readonly id: Uint8Array };

/**
 * Ids of the records of a database with damaged pages: from the index of ids as far as it can be
 * read, and by trying each key. Names how many records answer neither.
 */
export function salvagedIds(db: ReadableDb): {
  readonly ids: readonly RecordId[];
  readonly unread: number;
} {
  const found = new Map<number, RecordId>();
  const add = ({ key, id }: Found): void => {
    found.set(key, idFromBytes<RecordId>(id));
  };
  try {
    const index = db.prepare<Found>('SELECT key, id FROM record ORDER BY id');
    for (const row of index.iterate()) add(row);
  } catch {
    // What lies behind a damaged page of the index is found by its key.
  }
  const last = lastKey(db);
  const byKey = db.prepare<Found>('SELECT key, id FROM record NOT INDEXED WHERE key = ?');
  let [unread, misses] = [0, 0];
  for (let key = 1; last === undefined ? misses < MOST_MISSES : key <= last; key += 1) {
    if (found.has(key)) {
      misses = 0;
      continue;
    }
    misses += 1;
    try {
      const row = byKey.get(key);
      if (row === undefined) continue;
      add(row);
      misses = 0;
    } catch {
      // A whole page without a neighbour that can be read looks the same as the end.
      if (last !== undefined) unread += 1;
    }
  }
  return { ids: [...found.values()], unread };
}

function lastKey(db: ReadableDb): number | undefined {
  try {
    return (
      db.prepare<{ last: number | null }>('SELECT max(key) AS last FROM record').get()?.last ?? 0
    );
  } catch {
    return undefined;
  }
}
