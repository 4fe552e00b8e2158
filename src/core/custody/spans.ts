import type { Bounds, CustodyFile, HoldSpan, PlacementSpan, Trouble } from './model';

/** From and to, in minutes; `until` is excluded. */
type Stretch = { readonly from: number; readonly until: number };

const MINUTES_A_DAY = 1440;

/** The widest stretch that a span may mean; undefined where its start is not known. */
function widest(span: { readonly from: Bounds; readonly until: Bounds }, now: number) {
  const from = span.from.earliest;
  const isOpen = span.until.earliest === undefined && span.until.latest === undefined;
  const until = isOpen ? now : (span.until.latest ?? now);
  return from === undefined || until < from ? undefined : { from, until: Math.min(until, now) };
}

/** Stretches put together where they touch or overlap, in order. */
function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last === undefined || next.from > last.until) out.push(next);
    else out[out.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
  }
  return out;
}

/** What of `whole` no stretch of `cover` covers; both in order. */
function uncovered(whole: readonly Stretch[], cover: readonly Stretch[]): readonly Stretch[] {
  return whole.flatMap((stretch) => {
    const left: Stretch[] = [];
    let at = stretch.from;
    for (const part of cover) {
      if (part.until <= at || part.from >= stretch.until) continue;
      if (part.from > at) left.push({ from: at, until: part.from });
      at = part.until;
    }
    if (at < stretch.until) left.push({ from: at, until: stretch.until });
    return left;
  });
}

const stretchesOf = (spans: readonly (HoldSpan | PlacementSpan)[], now: number) =>
  union(spans.map((span) => widest(span, now)).filter((one) => one !== undefined));

/** Minutes without liberty under any basis or at any place, each counted once. */
export function totalHeld({ holds, placements }: CustodyFile, now: number): number {
  return stretchesOf([...holds, ...placements], now).reduce(
    (sum, { from, until }) => sum + until - from,
    0,
  );
}

function overlaps(placements: readonly PlacementSpan[], now: number): readonly Trouble[] {
  return placements.flatMap((a, at) =>
    placements.slice(at + 1).flatMap((b): readonly Trouble[] => {
      // Only what surely overlaps: from the latest start to the earliest end.
      const from = Math.max(a.from.latest ?? Infinity, b.from.latest ?? Infinity);
      const until = Math.min(a.until.earliest ?? now, b.until.earliest ?? now);
      if (until - from <= MINUTES_A_DAY) return [];
      return [{ kind: 'twoPlacesAtOnce', records: [a.id, b.id], from, until }];
    }),
  );
}

/** Gaps of more than a day between holds and placements, ends before starts, two places at once. `now`: minutes. */
export function troublesOf({ holds, placements }: CustodyFile, now: number): readonly Trouble[] {
  const reversed = [...holds, ...placements].flatMap((span): readonly Trouble[] => {
    const from = span.from.earliest;
    const until = span.until.latest;
    if (from === undefined || until === undefined || until >= from) return [];
    return [{ kind: 'endsBeforeStart', records: [span.id], from, until }];
  });
  const held = stretchesOf(holds, now);
  const placed = stretchesOf(placements, now);
  const isLong = ({ from, until }: Stretch) => until - from > MINUTES_A_DAY;
  const gaps = (kind: Trouble['kind'], whole: typeof held, cover: typeof held) =>
    uncovered(whole, cover)
      .filter(isLong)
      .map((stretch): Trouble => ({ kind, records: [], ...stretch }));
  return [
    ...reversed,
    ...gaps('placedWithoutHold', placed, held),
    ...gaps('heldWithoutPlacement', held, placed),
    ...overlaps(placements, now),
  ];
}
