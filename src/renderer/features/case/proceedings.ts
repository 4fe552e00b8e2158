import { boundsOf } from '#shared/domain/edtf';
import { dayOf } from '../parts/days';
import type { CasePage, Hearing, Proceeding } from './model';

const DONE = ['decided', 'withdrawn'];

/** Proceedings in which something is still to come. */
export const openProceedings = ({ proceedings }: CasePage): readonly Proceeding[] =>
  proceedings.filter(({ record }) => !DONE.includes(record.fields.status ?? 'pending'));

/** The earliest day a hearing may mean; undefined where it has no date. */
export function hearingDay({ record }: Hearing): string | undefined {
  const { on } = record.fields;
  const earliest = on === undefined ? undefined : boundsOf(on.edtf).earliest;
  return earliest === undefined ? undefined : dayOf(earliest);
}

export const isFixed = ({ record }: Hearing): boolean =>
  (record.fields.status ?? 'fixed') === 'fixed';

export type NextHearing = {
  readonly on: string;
  readonly hearing: Hearing;
  readonly proceeding: Proceeding;
};

/** The first hearing fixed from a day on, in any open proceeding. */
export function nextHearing(page: CasePage, today: string): NextHearing | undefined {
  const fixed = openProceedings(page).flatMap((proceeding) =>
    proceeding.hearings.flatMap((hearing) => {
      const on = hearingDay(hearing);
      return on === undefined || on < today || !isFixed(hearing)
        ? []
        : [{ on, hearing, proceeding }];
    }),
  );
  return fixed.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
}
