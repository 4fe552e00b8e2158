import type { Derivation } from '#core/changes/ports';
import type { Pack } from '#core/packs/model';
import type { RecordId } from '#shared/domain/ids';
import { findingOf } from './evaluate';
import type { AffectedPersons, ClockRow, ClockStore, FactsReader } from './ports';
import { scopesOf } from './scopes';

export type ClockDerivationPorts = {
  readonly pack: Pack;
  readonly facts: FactsReader;
  readonly affected: AffectedPersons;
  readonly store: ClockStore;
};

/**
 * Keeps the results of clocks true to the facts. What is kept is free of the
 * time: whoever reads compares the bounds with now. A case that names another
 * pack gets no clock of this one.
 */
export function clockDerivation({
  pack,
  facts,
  affected,
  store,
}: ClockDerivationPorts): Derivation {
  const version = `${pack.id} ${pack.version}`;
  const rowsOf = (person: RecordId): readonly ClockRow[] => {
    const gathered = facts(person);
    return pack.rules.flatMap((rule) =>
      scopesOf(rule, gathered.facts).flatMap((scope): readonly ClockRow[] => {
        const { subject } = scope;
        const key = gathered.keys.get(subject.id);
        const named = subject.case === undefined ? undefined : gathered.packs.get(subject.case);
        if (key === undefined || (named !== undefined && named !== pack.id)) return [];
        return [
          {
            key,
            rule: rule.id,
            matter: subject.case,
            cause: subject.case ?? (subject.isOrder ? subject.id : person),
            finding: findingOf(rule, scope),
            pack: version,
          },
        ];
      }),
    );
  };
  const refreshOne = (person: RecordId): void => {
    store.replace(person, store.isOut(person) ? [] : rowsOf(person));
  };
  return {
    refresh: (touched) => {
      for (const person of affected(touched)) refreshOne(person);
    },
    rebuild: () => {
      store.clear();
      for (const person of store.persons()) refreshOne(person);
    },
  };
}
