import type { CaseQuery } from '#core/cases/model';
import type { ReadableDb } from '#core/db/driver';
import { caseFacets } from '#core/db/repositories/case-facets';
import { caseList } from '#core/db/repositories/list-cases';
import { clockList, type ClockQuery } from '#core/db/repositories/list-clocks';
import { documentList } from '#core/db/repositories/list-documents';
import { detaineeList } from '#core/db/repositories/list-detainees';
import { todayReader } from '#core/db/repositories/today-queries';
import type { DetaineeQuery } from '#core/detainees/model';
import type { PackIndex } from '#core/packs/index';
import type { DeskTime } from './desk-time';

const MINUTE_MS = 60_000;

/** A query as of a day `YYYY-MM-DD` at the courts; now at the desk without one. */
type AsOfDay<Query extends { readonly nowMs: number }> = Omit<Query, 'nowMs'> & {
  readonly on?: string | undefined;
};

/** The lists people work from. */
export function overviews(db: ReadableDb, { today, momentOf }: DeskTime, pack: () => PackIndex) {
  const zone = (): string => pack().pack.zone;
  return {
    today,
    /** Minutes since 1970 UTC of now at the desk. */
    minutes: (): number => Math.floor(momentOf() / MINUTE_MS),
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
