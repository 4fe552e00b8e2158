import type { CaseQuery } from '#core/cases/model';
import { dayOf, startOfDay } from '#core/clocks/index';
import type { ReadableDb } from '#core/db/driver';
import { caseFacets } from '#core/db/repositories/case-facets';
import { caseList } from '#core/db/repositories/list-cases';
import { clockList, type ClockQuery } from '#core/db/repositories/list-clocks';
import { documentList } from '#core/db/repositories/list-documents';
import { detaineeList } from '#core/db/repositories/list-detainees';
import { todayReader } from '#core/db/repositories/today-queries';
import type { DetaineeQuery } from '#core/detainees/model';
import type { Clock } from '#core/kernel/ports';
import type { PackIndex } from '#core/packs/index';

const MINUTE_MS = 60_000;
const NOON_MINUTES = 720;

/** A query as of a day `YYYY-MM-DD` at the courts; now without one. */
type AsOfDay<Query extends { readonly nowMs: number }> = Omit<Query, 'nowMs'> & {
  readonly on?: string | undefined;
};

/** The lists people work from. Another day than today is looked at from its noon. */
export function overviews(db: ReadableDb, clock: Clock, pack: () => PackIndex) {
  const zone = (): string => pack().pack.zone;
  const today = (): string => dayOf(Math.floor(clock.nowMs() / MINUTE_MS), zone());
  const momentOf = (on: string | undefined): number =>
    on === undefined || on === today()
      ? clock.nowMs()
      : (startOfDay(on, zone()) + NOON_MINUTES) * MINUTE_MS;
  return {
    /** The day `YYYY-MM-DD` it is now at the courts. */
    today,
    /** Minutes since 1970 UTC of the moment a day is looked at. */
    minutes: (on?: string): number => Math.floor(momentOf(on) / MINUTE_MS),
    /** What is to be done on a day. */
    todayOf: (on?: string) => todayReader(db, zone())(momentOf(on)),
    clocks: ({ on, ...query }: AsOfDay<ClockQuery>) =>
      clockList(db, pack().pack)({ ...query, nowMs: momentOf(on) }),
    detainees: ({ on, ...query }: AsOfDay<DetaineeQuery>) =>
      detaineeList(db, zone())({ ...query, nowMs: momentOf(on) }),
    cases: ({ on, ...query }: Omit<CaseQuery, 'today'> & { readonly on?: string | undefined }) =>
      caseList(db)({ ...query, today: on ?? today() }),
    caseFacets: () => caseFacets(db)(today()),
    documentLists: documentList(db),
  };
}

export type Overviews = ReturnType<typeof overviews>;
