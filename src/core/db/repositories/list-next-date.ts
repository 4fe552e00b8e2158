import type { RecordId } from '#shared/domain/ids';
import { idToBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';

export type NextDate = {
  /** Wall time `YYYY-MM-DDTHH:MM`, the earliest it may mean. */
  readonly on: string;
  readonly court: string;
};

export const NEXT_DATE_SQL = `SELECT h.on_lo AS "on", coalesce(p.court_title, p.court, '') AS court
  FROM reference x
  JOIN record r ON r.key = x.rec AND r.is_trashed = 0
  JOIN proceeding p ON p.rec = x.rec
  JOIN reference y ON y.target = r.id
    AND y.field = (SELECT key FROM field WHERE kind = 'hearing' AND name = 'proceeding')
  JOIN record q ON q.key = y.rec AND q.is_trashed = 0
  JOIN hearing h ON h.rec = y.rec
  WHERE x.target = ? AND x.field = (SELECT key FROM field WHERE kind = 'proceeding' AND name = 'case')
    AND h.on_lo >= ? AND coalesce(h.status, 'fixed') = 'fixed'
  ORDER BY h.on_lo LIMIT 1`;

/** The next day fixed in a case, from `today` (`YYYY-MM-DD`) on, and before which court. */
export function nextDates(db: ReadableDb) {
  const next = db.prepare<NextDate>(NEXT_DATE_SQL);
  return {
    ofCase: (matter: RecordId, today: string): NextDate | undefined =>
      next.get(idToBytes(matter), today),
    ofCases(matters: readonly RecordId[], today: string): NextDate | undefined {
      const all = matters.flatMap((matter) => this.ofCase(matter, today) ?? []);
      return all.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
    },
  };
}
