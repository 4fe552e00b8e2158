import { Temporal } from 'temporal-polyfill';
import { dayOf } from '#core/clocks/index';
import type { RecordId } from '#shared/domain/ids';
import { idFromBytes } from '#core/kernel/ids';
import type { ReadableDb, SqlValue } from '../driver';
import { todayClocks } from './today-clocks';
import { todayHearings } from './today-hearings';
import { TODAY_SQL } from './today-sql';
import type {
  Counted,
  Today,
  TodayConflict,
  TodayMatter,
  TodayPerson,
  TodayRelease,
  TodayTask,
} from './today-model';

/** How many rows of each part are given; `hearings` has its own, wider limit. */
const SHOWN = 50;
const HEARINGS_SHOWN = 1000;
const DAY_MINUTES = 1440;
const UNCONFIRMED_DAYS = 14;

type Id = { readonly id: Uint8Array };
type PersonRow = Id & {
  readonly label: string;
  readonly place: string;
  readonly since: number | null;
};

const personOf = (row: PersonRow): TodayPerson => ({
  id: idFromBytes<RecordId>(row.id),
  label: row.label,
  place: row.place,
  since: row.since ?? undefined,
});

/** Reads what needs doing today. `zone` is the pack's: the day follows the court, not the desk. Evaluates nothing. */
export function todayReader(db: ReadableDb, zone: string) {
  const counted = <Row extends Id, Shown>(
    sql: string,
    totalSql: string,
    values: readonly SqlValue[],
    toShown: (row: Row) => Shown,
  ): Counted<Shown> => ({
    total: db.prepare<{ total: number }>(totalSql).get(...values)?.total ?? 0,
    first: db
      .prepare<Row>(sql)
      .all(...values, SHOWN)
      .map(toShown),
  });
  const hearings = todayHearings(db);
  const clocks = todayClocks(db);
  const tasks = taskReader(db);

  return function today(nowMs: number): Today {
    const now = Math.floor(nowMs / 60_000);
    const day = dayOf(now, zone);
    const tomorrow = Temporal.PlainDate.from(day).add({ days: 1 });
    return {
      today: day,
      tomorrow: tomorrow.toString(),
      hearings: hearings(day, tomorrow.add({ days: 1 }).toString(), HEARINGS_SHOWN),
      clocksNext: clocks.next(now, SHOWN),
      clocksPast: clocks.past(now, SHOWN),
      withoutNextDate: mattersWithoutDate(db, day),
      insideWithoutBasis: counted(TODAY_SQL.baseless, TODAY_SQL.baselessTotal, [now], personOf),
      stalledReleases: counted(
        TODAY_SQL.releases,
        TODAY_SQL.releasesTotal,
        [now - DAY_MINUTES],
        (row: PersonRow & { readonly step: string }): TodayRelease => ({
          ...personOf(row),
          step: row.step,
        }),
      ),
      overdueTasks: tasks(day),
      unconfirmed: counted(
        TODAY_SQL.unconfirmed,
        TODAY_SQL.unconfirmedTotal,
        [now - UNCONFIRMED_DAYS * DAY_MINUTES],
        personOf,
      ),
      conflicts: counted(
        TODAY_SQL.conflicts,
        TODAY_SQL.conflictsTotal,
        [],
        (row: Omit<TodayConflict, 'id'> & Id): TodayConflict => ({
          ...row,
          id: idFromBytes<RecordId>(row.id),
        }),
      ),
    };
  };
}

type MatterRow = Id & {
  readonly label: string;
  readonly matter_label: string | null;
  readonly last_fixed: string | null;
};

/** Pending proceedings whose last date has passed, or that never had one; the latest passed come first. */
function mattersWithoutDate(db: ReadableDb, day: string): Counted<TodayMatter> {
  const total = (sql: string, ...values: SqlValue[]) =>
    db.prepare<{ total: number }>(sql).get(...values)?.total ?? 0;
  const passed = db.prepare<MatterRow>(TODAY_SQL.lastFixed).all(day, SHOWN);
  const never = db.prepare<MatterRow>(TODAY_SQL.neverFixed).all(SHOWN - passed.length);
  return {
    total: total(TODAY_SQL.lastFixedTotal, day) + total(TODAY_SQL.neverFixedTotal),
    first: [...passed, ...never].map((row) => ({
      id: idFromBytes<RecordId>(row.id),
      label: row.label,
      matterLabel: row.matter_label ?? '',
      lastOn: row.last_fixed ?? undefined,
    })),
  };
}

type TaskRow = Omit<TodayTask, 'id'> & Id;

/** Tasks past their own day, and those whose day is counted from a hearing. */
function taskReader(db: ReadableDb) {
  const own = db.prepare<TaskRow>(TODAY_SQL.tasks);
  const ownTotal = db.prepare<{ total: number }>(TODAY_SQL.tasksTotal);
  const counted = db.prepare<TaskRow>(TODAY_SQL.tasksOfHearings);
  return (day: string): Counted<TodayTask> => {
    const fromHearings = counted.all(day);
    const rows = [...own.all(day, day, SHOWN), ...fromHearings];
    return {
      total: (ownTotal.get(day, day)?.total ?? 0) + fromHearings.length,
      first: rows
        .map((row) => ({ ...row, id: idFromBytes<RecordId>(row.id) }))
        .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
        .slice(0, SHOWN),
    };
  };
}
