import type { RecordId } from '#shared/domain/ids';
import { idFromBytes } from '#core/kernel/ids';
import type { ReadableDb } from '../driver';
import type { Counted, TodayHearing } from './today-model';
import { TODAY_SQL } from './today-sql';

type Row = {
  readonly id: Uint8Array;
  readonly on_lo: string;
  readonly on_hi: string;
  readonly court: string;
  readonly court_room: string | null;
  readonly list_number: number | null;
  readonly proceeding: Uint8Array | null;
  readonly proceeding_label: string | null;
  readonly matter: Uint8Array | null;
  readonly matter_label: string | null;
  readonly purpose: string;
  readonly goes: string;
  readonly bring: string;
  readonly status: string | null;
  readonly last_order: string;
  readonly last_order_on: string | null;
};

const idOf = (bytes: Uint8Array | null): RecordId | undefined =>
  bytes === null ? undefined : idFromBytes<RecordId>(bytes);

const hearingOf = (row: Row): TodayHearing => ({
  id: idFromBytes<RecordId>(row.id),
  on: row.on_lo,
  isTimeKnown: row.on_lo === row.on_hi,
  court: row.court,
  courtRoom: row.court_room ?? '',
  listNumber: row.list_number ?? undefined,
  proceeding: idOf(row.proceeding),
  proceedingLabel: row.proceeding_label ?? '',
  matter: idOf(row.matter),
  matterLabel: row.matter_label ?? '',
  purpose: row.purpose,
  goes: row.goes,
  bring: row.bring,
  status: row.status ?? undefined,
  lastOrder: row.last_order,
  lastOrderOn: row.last_order_on ?? undefined,
});

/** Hearings from a day up to (not with) another, by time and then list number; those without an hour lead their day. */
export function todayHearings(db: ReadableDb) {
  const rows = db.prepare<Row>(TODAY_SQL.hearings);
  const total = db.prepare<{ total: number }>(TODAY_SQL.hearingsTotal);
  return (from: string, until: string, limit: number): Counted<TodayHearing> => ({
    total: total.get(from, until, until)?.total ?? 0,
    first: rows.all(from, until, until, limit).map(hearingOf),
  });
}
