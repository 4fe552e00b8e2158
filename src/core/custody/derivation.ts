import type { Derivation } from '#core/changes/ports';
import type { AffectedPersons } from '#core/clocks/ports';
import type { RecordId } from '#shared/domain/ids';
import type { CustodyReader, StandingStore } from './ports';
import { standingOf } from './rules';

export type StandingDerivationPorts = {
  readonly facts: CustodyReader;
  readonly affected: AffectedPersons;
  readonly store: StandingStore;
};

/** Keeps where each person stands true to holds, placements and events. */
export function standingDerivation({
  facts,
  affected,
  store,
}: StandingDerivationPorts): Derivation {
  const refreshOne = (person: RecordId): void => {
    const standing = standingOf(facts.custody(person));
    store.put(person, standing, facts.regime(person, standing.hold?.case));
  };
  return {
    refresh: (touched) => {
      // Trashed or purged people lose their row; the others get it back below.
      for (const { kind, key } of touched) if (kind === 'person') store.drop(key);
      for (const person of affected(touched)) refreshOne(person);
    },
    rebuild: () => {
      store.clear();
      for (const person of store.persons()) refreshOne(person);
    },
  };
}
