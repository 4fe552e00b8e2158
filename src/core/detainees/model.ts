import type { CustodyStatus } from '#core/custody/model';
import type { DetaineeOrder } from '#shared/domain/detainee-orders';
import type { RecordId } from '#shared/domain/ids';

/** What the list of detainees is asked for. Searching by text is done before: `among` are its finds. */
export type DetaineeQuery = {
  readonly nowMs: number;
  readonly isInside?: boolean;
  readonly regime?: string;
  readonly place?: string;
  readonly among?: readonly RecordId[];
  /** `longestHeld` and `stalest` list people inside only. */
  readonly order?: DetaineeOrder;
  readonly limit: number;
  readonly offset: number;
};

export type DetaineeRow = {
  readonly id: RecordId;
  readonly label: string;
  readonly status: CustodyStatus;
  readonly isInside: boolean;
  /** False for someone inside without any basis that holds now: an alarm. */
  readonly hasBasis: boolean;
  readonly place: string;
  readonly placeType: string | undefined;
  readonly holdType: string | undefined;
  /** Wall time `YYYY-MM-DDTHH:MM` in the pack's zone. */
  readonly heldFrom: string | undefined;
  readonly daysHeld: number | undefined;
  readonly regime: string | undefined;
  /** Charges that stand, as the file writes them. */
  readonly sections: readonly string[];
  readonly court: string;
  /** Wall time of the next day fixed. */
  readonly nextOn: string | undefined;
  /** Day `YYYY-MM-DD` of the latest dated fact of custody; undefined where there is none. */
  readonly confirmedOn: string | undefined;
};

export type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

export type FacetValue = { readonly value: string; readonly count: number };

/** How many detainees there are of each. */
export type DetaineeFacets = {
  readonly inside: number;
  readonly outside: number;
  readonly regimes: readonly FacetValue[];
  readonly places: readonly FacetValue[];
};
