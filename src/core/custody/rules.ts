import { RELEASE_STEPS } from '#shared/domain/records/custody';
import type {
  Bounds,
  CustodyFile,
  CustodyStatus,
  EventPoint,
  HoldSpan,
  PlacementSpan,
  ReleaseState,
  Standing,
} from './model';

const isKnown = ({ earliest, latest }: Bounds): boolean =>
  earliest !== undefined || latest !== undefined;

const early = ({ earliest }: Bounds): number => earliest ?? Number.NEGATIVE_INFINITY;
const late = ({ latest }: Bounds): number => latest ?? Number.POSITIVE_INFINITY;

/** Later of two by their earliest moment; equal ones by id, so that the answer is always the same. */
function later<T extends { readonly id: string }>(bounds: (item: T) => Bounds) {
  return (a: T, b: T): number => {
    const difference = early(bounds(a)) - early(bounds(b));
    return difference === 0 || Number.isNaN(difference) ? (a.id < b.id ? -1 : 1) : difference;
  };
}

const ENDS = ['released', 'died'] as const;
const TAKES = ['pickedUp', 'arrested', 'rearrested'] as const;

const isOneOf = (types: readonly string[], { type }: EventPoint): boolean => types.includes(type);

/** Whether a release that surely came after this began has ended it. On the same day it is not sure: held is assumed. */
const isReleased = (from: Bounds, holdId: string | undefined, ends: readonly EventPoint[]) =>
  ends.some(
    (end) =>
      (end.hold !== undefined && end.hold === holdId) ||
      ((end.hold === undefined || holdId === undefined) && early(end.at) > late(from)) ||
      (end.hold === undefined && isKnown(end.at) && !isKnown(from)),
  );

type Current = {
  readonly holds: readonly HoldSpan[];
  readonly lastHold: HoldSpan | undefined;
  readonly placement: PlacementSpan | undefined;
  readonly taken: EventPoint | undefined;
};

/** The bases, the place and the taking that no release has ended. */
function currentOf({ holds, placements, events }: CustodyFile): Current {
  const ends = events.filter((event) => isOneOf(ENDS, event));
  const standing = holds
    .filter((hold) => !hold.isLifted && !isReleased(hold.from, hold.id, ends))
    .toSorted(later((hold) => hold.from));
  const open = standing.filter(({ until }) => !isKnown(until));
  const placement = placements
    .filter(({ until }) => !isKnown(until))
    .filter(({ from }) => open.length > 0 || !isReleased(from, undefined, ends))
    .toSorted(later((one) => one.from))
    .at(-1);
  const taken = events
    .filter((event) => isOneOf(TAKES, event) && !isReleased(event.at, event.hold, ends))
    .toSorted(later((event) => event.at))
    .at(-1);
  const isTold = [...holds, ...placements].some(
    ({ from }) => late(from) >= early(taken?.at ?? from),
  );
  return {
    holds: open,
    lastHold: standing.at(-1),
    placement,
    taken: isTold ? undefined : taken,
  };
}

function statusOf(file: CustodyFile, isInside: boolean, isPlaced: boolean): CustodyStatus {
  if (file.events.some(({ type }) => type === 'died')) return 'died';
  if (isInside) return isPlaced ? 'inside' : 'whereaboutsUnknown';
  return file.holds.length + file.placements.length + file.events.length === 0
    ? 'notHeld'
    : 'released';
}

/** The start of the present loss of liberty: the first basis, place or taking that no release has ended. */
function heldFrom(file: CustodyFile): number | undefined {
  const ends = file.events.filter((event) => isOneOf(ENDS, event) && event.hold === undefined);
  const starts = [
    ...file.holds.map(({ from }) => from),
    ...file.placements.map(({ from }) => from),
    ...file.events.filter((event) => isOneOf(TAKES, event)).map(({ at }) => at),
  ].filter((from) => !isReleased(from, undefined, ends));
  const known = starts.map(({ earliest }) => earliest).filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function confirmedAt({ holds, placements, events }: CustodyFile): number {
  const all = [...holds, ...placements].map(({ from }) => from.earliest);
  return Math.max(
    0,
    ...[...all, ...events.map(({ at }) => at.earliest)].filter((at) => at !== undefined),
  );
}

const NOT_INSIDE = {
  isInside: false,
  place: '',
  placementType: undefined,
  hold: undefined,
  hasOpenHold: false,
  heldUntil: undefined,
  heldFrom: undefined,
  release: undefined,
} as const;

/**
 * Where a person stands. Someone is inside until the file shows a release, a
 * death or an order that lifted the last basis: a basis that merely ran out
 * does not free anyone, it raises the alarm.
 */
export function standingOf(file: CustodyFile): Standing {
  const { holds, lastHold, placement, taken } = currentOf(file);
  const isDead = file.events.some(({ type }) => type === 'died');
  const isInside = !isDead && (lastHold ?? placement ?? taken) !== undefined;
  const isPlaced = placement !== undefined && placement.type !== 'unknown';
  const base = { status: statusOf(file, isInside, isPlaced), confirmedAt: confirmedAt(file) };
  if (!isInside) return { ...base, ...NOT_INSIDE };
  return {
    ...base,
    isInside,
    place: placement?.place ?? '',
    placementType: placement?.type,
    hold: holds.at(-1) ?? lastHold,
    hasOpenHold: holds.length > 0,
    heldUntil: holds.length === 0 ? endOf(lastHold) : undefined,
    heldFrom: heldFrom(file),
    release: releaseOf(file.events),
  };
}

const endOf = (hold: HoldSpan | undefined): number | undefined =>
  hold?.until.latest ?? hold?.until.earliest;

/** Whether custody has a basis at a moment, in minutes. Inside without one is an alarm. */
export const hasBasis = (
  standing: Pick<Standing, 'hasOpenHold' | 'heldUntil'>,
  nowMinutes: number,
): boolean =>
  standing.hasOpenHold || (standing.heldUntil !== undefined && standing.heldUntil >= nowMinutes);

/** How far a release has come; undefined where none has begun, or it ended in release, a new arrest or death. */
export function releaseOf(events: readonly EventPoint[]): ReleaseState | undefined {
  const steps: readonly string[] = RELEASE_STEPS;
  const closing = events
    .filter(({ type }) => type === 'released' || type === 'rearrested' || type === 'died')
    .toSorted(later((event) => event.at))
    .at(-1);
  const since = events.filter(
    ({ type, at }) =>
      type !== 'released' &&
      steps.includes(type) &&
      (closing === undefined || early(at) > early(closing.at)),
  );
  const last = since
    .toSorted((a, b) => steps.indexOf(a.type) - steps.indexOf(b.type) || early(a.at) - early(b.at))
    .at(-1);
  const step = RELEASE_STEPS.find((name) => name === last?.type);
  if (last === undefined || step === undefined) return undefined;
  const next = RELEASE_STEPS[RELEASE_STEPS.indexOf(step) + 1] ?? 'released';
  const at = since.map((event) => event.at.earliest).filter((moment) => moment !== undefined);
  return { step, next, at: at.length === 0 ? undefined : Math.max(...at) };
}
