import type { RecordId } from '#shared/domain/ids';
import { idFromBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import type { Counted, TodayClock } from './today-model';
import { TODAY_SQL } from './today-sql';

type Row = {
  readonly rule: string;
  readonly state: string;
  readonly due_lo: number;
  readonly due_hi: number | null;
  readonly cause: Uint8Array;
  readonly people: number;
  readonly person: Uint8Array;
};

/** Later than any limit: every open clock of a state, whenever it falls due. */
const EVER = Number.MAX_SAFE_INTEGER;

/** Open clocks, folded over the people who share rule, cause and due time. */
export function todayClocks(db: ReadableDb) {
  const name = db.prepare<{ label: string }>(TODAY_SQL.name);
  const next = db.prepare<Row>(TODAY_SQL.clocksNext);
  const past = db.prepare<Row>(TODAY_SQL.clocksPast);
  const pastTotal = db.prepare<{ total: number }>(TODAY_SQL.clocksPastTotal);
  const label = (id: Uint8Array): string => name.get(id)?.label ?? '';
  const show =
    (state: string) =>
    (row: Row): TodayClock => ({
      rule: row.rule,
      state,
      due: row.due_lo,
      latest: row.due_hi ?? undefined,
      people: row.people,
      person: idFromBytes<RecordId>(row.person),
      personLabel: label(row.person),
      cause: idFromBytes<RecordId>(row.cause),
      causeLabel: label(row.cause),
    });
  return {
    next: (now: number, limit: number): readonly TodayClock[] =>
      next.all(now, limit).map(show('running')),
    /** A running limit that lies behind is due; those the file shows due or broken stay so. */
    past(now: number, limit: number): Counted<TodayClock> {
      const kinds = [
        ['running', now, 'due'],
        ['due', EVER, 'due'],
        ['breached', EVER, 'breached'],
      ] as const;
      const all = kinds.map(([state, until, shown]) => ({
        total: pastTotal.get(state, until)?.total ?? 0,
        rows: past.all(state, until, limit).map(show(shown)),
      }));
      return {
        total: all.reduce((sum, { total }) => sum + total, 0),
        first: all
          .flatMap(({ rows }) => rows)
          .toSorted((a, b) => b.due - a.due)
          .slice(0, limit),
      };
    },
  };
}
