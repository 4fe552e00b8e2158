import type { FacetValue } from '#core/detainees/model';
import type { RecordId } from '#shared/domain/ids';

export type CaseQuery = {
  /** Day `YYYY-MM-DD` from which next dates are looked for. */
  readonly today: string;
  readonly status?: string;
  readonly regime?: string;
  readonly stage?: string;
  /** Only open cases that nobody has a date for. */
  readonly isWithoutNextDate?: boolean;
  readonly among?: readonly RecordId[];
  readonly limit: number;
  readonly offset: number;
};

export type CaseRow = {
  readonly id: RecordId;
  readonly label: string;
  readonly fir: string;
  readonly policeStation: string;
  readonly regime: string | undefined;
  readonly stage: string | undefined;
  readonly status: string | undefined;
  readonly accused: number;
  readonly court: string;
  readonly nextOn: string | undefined;
};

/** How many cases there are of each. */
export type CaseFacets = {
  readonly withoutNextDate: number;
  readonly statuses: readonly FacetValue[];
  readonly regimes: readonly FacetValue[];
  readonly stages: readonly FacetValue[];
};
