import type { Bounds, CustodyEventType, HoldType } from '#core/clocks/model';
import type { RecordId } from '#shared/domain/ids';
import type { RELEASE_STEPS } from '#shared/domain/records/custody';
import type { FieldsOf } from '#shared/domain/registry';

export type PlacementType = NonNullable<FieldsOf<'placement'>['type']>;
export type { Bounds, CustodyEventType, HoldType };

/** One legal basis of custody; bounds are minutes since 1970 UTC. */
export type HoldSpan = {
  readonly id: RecordId;
  readonly type: HoldType;
  readonly case: RecordId | undefined;
  readonly from: Bounds;
  /** No bounds at all where no end is recorded. */
  readonly until: Bounds;
  /** An order ended it. */
  readonly isLifted: boolean;
};

export type PlacementSpan = {
  readonly id: RecordId;
  readonly type: PlacementType;
  readonly place: string;
  readonly from: Bounds;
  readonly until: Bounds;
};

export type EventPoint = {
  readonly id: RecordId;
  readonly type: CustodyEventType;
  readonly at: Bounds;
  readonly hold: RecordId | undefined;
};

/** What the file says of one person's custody, as it stands. */
export type CustodyFile = {
  readonly holds: readonly HoldSpan[];
  readonly placements: readonly PlacementSpan[];
  readonly events: readonly EventPoint[];
};

/** `whereaboutsUnknown`: held, and no open placement says where. */
export const CUSTODY_STATUSES = [
  'inside',
  'whereaboutsUnknown',
  'released',
  'died',
  'notHeld',
] as const;
export type CustodyStatus = (typeof CUSTODY_STATUSES)[number];

/** Where a person stands. Free of the time: `hasBasis` compares with now. */
export type Standing = {
  readonly status: CustodyStatus;
  readonly isInside: boolean;
  readonly place: string;
  readonly placementType: PlacementType | undefined;
  readonly hold: HoldSpan | undefined;
  /** A basis without recorded end is open. */
  readonly hasOpenHold: boolean;
  /** Minutes: where no basis is open, when the last one ends or ended. */
  readonly heldUntil: number | undefined;
  /** Minutes: start of this loss of liberty, whatever its bases. */
  readonly heldFrom: number | undefined;
  /** Minutes: the latest dated fact; 0 where there is none. */
  readonly confirmedAt: number;
  readonly release: ReleaseState | undefined;
};

export type ReleaseStep = (typeof RELEASE_STEPS)[number];

/** How far a release has come that is not done. */
export type ReleaseState = {
  readonly step: ReleaseStep;
  readonly next: ReleaseStep;
  /** Minutes: since when, at the earliest; undefined where no date is known. */
  readonly at: number | undefined;
};

/** Something between holds and placements that does not fit. Minutes. */
export type Trouble = {
  readonly kind:
    'endsBeforeStart' | 'placedWithoutHold' | 'heldWithoutPlacement' | 'twoPlacesAtOnce';
  readonly records: readonly RecordId[];
  readonly from: number;
  readonly until: number;
};
