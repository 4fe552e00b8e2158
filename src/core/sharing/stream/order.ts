import { equalBytes } from '#core/kernel/bytes';
import type { StreamPlace } from '#core/db/repositories/folder-store';

/** A bundle of a stream of facts, as it lies in a folder. */
export type Queued = {
  readonly n: number;
  readonly id: Uint8Array;
  /** The bundle before it; null where it holds everything up to its number. */
  readonly prev: Uint8Array | null;
};

const isNext = (place: StreamPlace, { n, prev }: Queued): boolean =>
  prev !== null && n === place.n + 1 && (place.isBase || equalBytes(prev, place.bundle));

/**
 * Nothing is left to do with it: what it holds was taken in. Another base bundle of the same place is
 * taken all the same, because its sender does not know that we have come there, and waits for a receipt.
 */
export const isPast = (place: StreamPlace | undefined, { n, id, prev }: Queued): boolean =>
  place !== undefined &&
  (n < place.n || (n === place.n && (prev !== null || equalBytes(id, place.bundle))));

/**
 * What may be taken in now of one stream, in the order to try: the one that follows, else one that
 * begins anew, the latest first.
 */
export function nextOf<Item extends Queued>(
  place: StreamPlace | undefined,
  queued: readonly Item[],
): readonly Item[] {
  const following = place === undefined ? [] : queued.filter((one) => isNext(place, one));
  const bases = queued
    .filter((one) => one.prev === null && !isPast(place, one))
    .sort((a, b) => b.n - a.n);
  return [...following, ...bases];
}

/** Why one that is not past and was not tried waits. */
export const waitOf = (place: StreamPlace | undefined, { n, prev }: Queued): 'gap' | 'fork' =>
  prev !== null && place !== undefined && n === place.n + 1 ? 'fork' : 'gap';
