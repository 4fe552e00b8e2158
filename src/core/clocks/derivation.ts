import type { Derivation } from '#core/changes/ports';
import type { Pack } from '#core/packs/model';
import type { RecordId } from '#shared/domain/ids';
import { findingOf, packMissing } from './evaluate';
import type { ClockFacts, Finding } from './model';
import type { AffectedPersons, ClockRow, ClockStore, FactsReader } from './ports';
import { casesOf, scopesOf } from './scopes';

export type ClockDerivationPorts = {
  readonly pack: Pack;
  readonly facts: FactsReader;
  readonly affected: AffectedPersons;
  readonly store: ClockStore;
};

/** Stands where a rule would: the case follows a pack whose rules are not at hand. */
export const PACK_MISSING = 'PACK-MISSING';

/**
 * Keeps the results of clocks true to the facts. What is kept is free of the
 * time: whoever reads compares the bounds with now. A case that names another
 * pack gets no clock of this one, but a row that says so.
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
    const otherPack = ({ subject }: ClockFacts): string | undefined => {
      const named = subject.case === undefined ? undefined : gathered.packs.get(subject.case);
      return named === pack.id ? undefined : named;
    };
    const row = (rule: string, scope: ClockFacts, finding: Finding): readonly ClockRow[] => {
      const { subject } = scope;
      const key = gathered.keys.get(subject.id);
      if (key === undefined) return [];
      const cause = subject.case ?? (subject.isOrder ? subject.id : person);
      return [{ key, rule, matter: subject.case, cause, finding, pack: version }];
    };
    const clocks = pack.rules.flatMap((rule) =>
      scopesOf(rule, gathered.facts)
        .filter((scope) => otherPack(scope) === undefined)
        .flatMap((scope) => row(rule.id, scope, findingOf(rule, scope))),
    );
    const without = casesOf(gathered.facts).flatMap((scope) => {
      const named = otherPack(scope);
      return named === undefined ? [] : row(PACK_MISSING, scope, packMissing(scope, named));
    });
    return [...clocks, ...without];
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
