import type { ReactNode } from 'react';
import type { ClockState } from '../clock/clock-signs';

/** ISO date, or date and minute, in wall time of the place. */
type Moment = string;

export type CustodyKind = 'unacknowledged' | 'police' | 'over' | 'hospital' | 'judicial' | 'ahead';

type CustodySpan = { readonly id: string; readonly from: Moment; readonly until: Moment };

export type CustodyHold = CustodySpan & {
  readonly kind: CustodyKind;
  readonly label?: string;
};

/** Words above or below the bar, at a moment: a gap, a limit passed. */
export type CustodyNote = {
  readonly id: string;
  readonly at: Moment;
  readonly text: string;
  readonly side: 'above' | 'below';
  readonly isBreach?: boolean;
};

/** Undefined place: nobody knows; drawn dotted. */
export type CustodyPlacement = CustodySpan & { readonly place: string | undefined };

export type CourtMark = { readonly id: string; readonly at: Moment; readonly label: string };

export type CustodyClock = {
  readonly id: string;
  /** In the margin: `24 hours`. */
  readonly label: string;
  /** The label in full, shown on pointing at it. */
  readonly title?: string;
  readonly from: Moment;
  /** The limit. */
  readonly due: Moment;
  /** When it was met, or until when it is over. */
  readonly reached?: Moment;
  readonly state: ClockState;
  /** `breached by 16 h 30 m`. */
  readonly text: string;
};

export type CustodyEventRow = {
  readonly id: string;
  readonly when: ReactNode;
  readonly what: ReactNode;
  readonly where?: ReactNode;
  readonly source?: ReactNode;
};

export type CustodyData = {
  readonly from: Moment;
  readonly until: Moment;
  /** Undefined where it lies after the picture: custody has ended. */
  readonly today: string | undefined;
  readonly holds: readonly CustodyHold[];
  readonly notes: readonly CustodyNote[];
  readonly placements: readonly CustodyPlacement[];
  readonly court: readonly CourtMark[];
  readonly clocks: readonly CustodyClock[];
  /** The same and more, newest first. */
  readonly events: readonly CustodyEventRow[];
};
