import type { RecordId } from '#shared/domain/ids';
import type { Standing } from '#core/custody/model';
import type { StandingStore } from '#core/custody/ports';
import { idFromBytes, idToBytes } from '#core/kernel/ids';
import type { SqlValue, WritableDb } from '../driver';

/** Keeps where each person stands. Call inside the transaction that changed the facts. */
export function standingStore(db: WritableDb): StandingStore {
  const keyOf = db.prepare<{ key: number }>(
    `SELECT key FROM record WHERE id = ? AND kind = 'person' AND is_trashed = 0`,
  );
  const put = db.prepare(
    `INSERT OR REPLACE INTO standing (rec, status, place, place_type, hold_type, held_from, held_until,
        regime, has_open_hold, is_inside, confirmed_at, release_step, release_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const drop = db.prepare('DELETE FROM standing WHERE rec = ?');
  const clear = db.prepare('DELETE FROM standing');
  const persons = db.prepare<{ id: Uint8Array }>(
    `SELECT id FROM record WHERE kind = 'person' AND is_trashed = 0 ORDER BY key`,
  );
  return {
    put: (person, standing, regime) => {
      const key = keyOf.get(idToBytes(person))?.key;
      if (key === undefined) return false;
      put.run(key, ...standingCells(standing, regime));
      return true;
    },
    drop: (key) => {
      drop.run(key);
    },
    clear: () => {
      clear.run();
    },
    persons: () => persons.all().map(({ id }) => idFromBytes<RecordId>(id)),
  };
}

/** A row of the table without its key, cell by cell. */
export function standingCells(standing: Standing, regime: string | undefined): readonly SqlValue[] {
  const { hold, release } = standing;
  return [
    standing.status,
    standing.place,
    standing.placementType,
    hold?.type,
    standing.heldFrom,
    standing.heldUntil,
    regime,
    standing.hasOpenHold ? 1 : 0,
    standing.isInside ? 1 : 0,
    standing.confirmedAt,
    release?.step,
    release?.at,
  ].map((cell) => cell ?? null);
}
