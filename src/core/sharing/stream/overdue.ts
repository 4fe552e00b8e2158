import { equalBytes, toHex } from '#core/kernel/bytes';
import type { StreamBundle } from '#core/db/repositories/stream-store';
import type { Listing } from './look';
import { BASE_AFTER_MS } from './model';
import type { Run } from './parts';
import { removeParts } from './write-object';

/** What has to be sent anew, and to whom. */
export type Overdue = {
  /** Prints, as hex, of those who lack facts. */
  readonly facts: ReadonlySet<string>;
  /** Bundles of attachments that did not arrive, ours or those of others that we rely on. */
  readonly files: readonly {
    readonly bundle: Uint8Array;
    /** Its files here, which go when it was sent anew. */
    readonly names: readonly string[];
    readonly blobs: readonly string[];
    readonly prints: readonly Uint8Array[];
  }[];
};

/**
 * Whoever has not taken a bundle for 30 days, or for whom its files were lost, gets it anew: what lies
 * there may have been damaged on its way.
 */
export function overdueOf({ streams, folder, vault }: Run, listing: Listing): Overdue {
  const facts = new Set<string>();
  const files: Overdue['files'][number][] = [];
  const now = vault.clock.nowMs();
  for (const { id, kind, names, at, blobs } of streams.waitingBundles(folder.id)) {
    const isLate = now - at > BASE_AFTER_MS;
    const isLost = names?.some((name) => !listing.has(name)) === true;
    const prints = streams.waitsOf(id);
    if (kind === 'facts' && (isLate || isLost)) for (const one of prints) facts.add(toHex(one));
    if (kind === 'files' && (isLate || isLost))
      files.push({ bundle: id, names: names ?? [], blobs, prints });
  }
  return { facts, files };
}

/** Nobody waits any more for those who left the group, or whose card is not to be trusted now. */
export function forgetLeavers({ streams, stream, members, folder, vault }: Run): void {
  const isMember = (print: Uint8Array): boolean =>
    members.some((card) => equalBytes(card.print, print));
  vault.db.transaction(() => {
    for (const print of streams.members(stream.id))
      if (!isMember(print)) streams.leave(stream.id, print);
    for (const { id } of streams.waitingBundles(folder.id))
      for (const print of streams.waitsOf(id)) if (!isMember(print)) streams.endWait(id, print);
  });
}

/** Removes from the folder what everybody has; answers how many bundles of ours that were. */
export function removeFinished({ streams, folder }: Run): number {
  const finished = streams
    .waitingBundles(folder.id)
    .filter(({ id }) => streams.waitsOf(id).length === 0);
  for (const { id, names } of finished) {
    if (names !== undefined) removeParts(folder.place, names);
    streams.dropWaiting(id);
  }
  return finished.filter(({ names }) => names !== undefined).length;
}

/** A receipt for a bundle of facts is one for all that came before it in its stream. */
export function settled(
  waiting: readonly StreamBundle[],
  bundle: Uint8Array,
): readonly StreamBundle[] {
  const one = waiting.find(({ id }) => equalBytes(id, bundle));
  if (one === undefined) return [];
  if (one.kind === 'files') return [one];
  return waiting.filter(
    ({ kind, stream, n }) => kind === 'facts' && n <= one.n && equalBytes(stream, one.stream),
  );
}
