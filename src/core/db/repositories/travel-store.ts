import type { TravelEnd } from '#shared/domain/sharing';
import type { WritableDb } from '#core/db/driver';

/** A vault that was made of this one to be carried. */
export type TravelRow = {
  /** Id of its card, 16 bytes. */
  readonly card: Uint8Array;
  readonly at: number;
  readonly untilAt: number;
  /** Whole path on the machine it was made on. */
  readonly place: string;
  /** JSON: ids of persons and cases it was made of. */
  readonly asked: string;
  readonly records: number;
  readonly files: number;
  /** When something of it was last taken back. */
  readonly backAt: number | null;
  readonly ended: TravelEnd | null;
  readonly endedAt: number | null;
};

const COLUMNS = `card, at, until_at AS untilAt, place, asked, records, files, back_at AS backAt, ended,
  ended_at AS endedAt`;

/** Travel copies that were made here. */
export function travelStore(db: WritableDb) {
  return {
    all: (): readonly TravelRow[] =>
      db.prepare<TravelRow>(`SELECT ${COLUMNS} FROM travel_copy ORDER BY at DESC, card`).all(),
    byCard: (card: Uint8Array): TravelRow | undefined =>
      db.prepare<TravelRow>(`SELECT ${COLUMNS} FROM travel_copy WHERE card = ?`).get(card),
    save: (row: TravelRow): void => {
      db.prepare(
        `INSERT OR REPLACE INTO travel_copy
           (card, at, until_at, place, asked, records, files, back_at, ended, ended_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[row.card, row.at, row.untilAt, row.place, row.asked, row.records, row.files],
        ...[row.backAt, row.ended, row.endedAt],
      );
    },
    drop: (card: Uint8Array): void => {
      db.prepare('DELETE FROM travel_copy WHERE card = ?').run(card);
    },
  };
}
