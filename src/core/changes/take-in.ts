import type { ChangeId } from '#shared/domain/ids';
import { changeBundles } from '#core/db/repositories/change-bundles';
import { editStore, finisher, touch, type Touched, type WriterParts } from './edit-store';
import type { Change, ChangeSet } from './model';
import { refuser } from './refuse';
import { setSorter, takeOrdinary, type Decide, type SetAside, type SortedSet } from './sort-set';
import { headGuard, setStore, type StoreRun } from './store-set';
import { checkSet, type CheckedSet } from './wire';

export type BundleOrigin = { readonly bundle: string; readonly sender: string };

/** What became of a bundle; every list holds ids of its changes. */
export type TakenIn = {
  readonly taken: readonly ChangeId[];
  readonly refused: readonly ChangeId[];
  readonly setAside: readonly SetAside[];
  /** Held already. */
  readonly known: number;
};

const idsOf = (changes: readonly Change[]): readonly ChangeId[] => changes.map(({ id }) => id);

const countsOf = ({ taken, refused, setAside }: TakenIn) => ({
  ...{ taken: taken.length, refused: refused.length, setAside: setAside.length },
});

/** Notes of each change which bundle brought it. */
const markedBy =
  (bundles: ReturnType<typeof changeBundles>, key: number) =>
  (change: number): void => {
    bundles.mark(change, key);
  };

/** Merges changes of another vault, or of an older copy of this one. */
export function taker(parts: WriterParts) {
  const { db, clock, audit } = parts;
  const bundles = changeBundles(db);
  const sort = setSorter(db);
  const store = setStore(db);
  const assertHeads = headGuard(db);
  const finish = finisher(parts);
  const { batch } = editStore(parts);
  const refusals = refuser(db);

  /** A set can tell more of what a held change replaces, and one more bundle that brought it. */
  const recallKnown = (run: StoreRun, known: SortedSet['known']): void => {
    for (const [id, own] of known) {
      const change = run.set.changes.get(id);
      if (change !== undefined) store.addCovers(run, change, own.key);
      if (bundles.bundlesOf(own.key).length > 0) run.mark(own.key);
      touch(run.touched, own.rec, own.field);
    }
  };

  const storeSorted = (
    set: CheckedSet,
    { taken, refused, known }: SortedSet,
    mark: (key: number) => void,
    onStored: (() => void) | undefined,
  ): Touched => {
    const touched: Touched = new Map();
    const held = new Set<ChangeId>([...known.keys(), ...taken.map((change) => change.id)]);
    const run = { set, held, mark, touched, onStored };
    recallKnown(run, known);
    store.storeAll(run, taken);
    const ours = refusals.valuesBefore(refused);
    for (const { id } of refused) held.add(id);
    store.storeAll(run, refused);
    const edits = refusals.answers(refused, ours);
    if (edits.length > 0) batch(touched)({ what: 'refuse', origin: { type: 'typed' }, edits });
    assertHeads(touched);
    return touched;
  };

  /**
   * Takes in a set of changes in one transaction. Taken in twice, in another order or in parts, the
   * result is the same. Throws `bundle/clash` where an id stands for other content, and `input/field`
   * where a change is none; then nothing is stored.
   */
  return function takeIn(
    set: ChangeSet,
    { bundle, sender }: BundleOrigin,
    decide: Decide = takeOrdinary,
    onStored?: () => void,
  ): TakenIn {
    const checked = checkSet(set);
    return db.transaction(() => {
      const sorted = sort(checked, decide);
      const key = bundles.addBundle(bundle, sender, clock.nowMs());
      for (const actor of set.actors ?? []) bundles.addActor(actor.id, actor.name);
      finish(storeSorted(checked, sorted, markedBy(bundles, key), onStored));
      bundles.dropBundle(key);
      const done = {
        ...{ taken: idsOf(sorted.taken), refused: idsOf(sorted.refused) },
        ...{ setAside: sorted.setAside, known: sorted.known.size },
      };
      audit.append('take-in', bundle, countsOf(done));
      return done;
    });
  };
}
