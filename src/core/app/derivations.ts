import type { Derivation, RecordReader } from '#core/changes/ports';
import { clockDerivation } from '#core/clocks/index';
import { standingDerivation } from '#core/custody/index';
import type { WritableDb } from '#core/db/driver';
import { affectedPersons } from '#core/db/repositories/clock-affected';
import { clockFacts } from '#core/db/repositories/clock-facts';
import { clockStore } from '#core/db/repositories/clock-store';
import { docketStore } from '#core/db/repositories/docket-store';
import { standingFacts } from '#core/db/repositories/standing-facts';
import { standingStore } from '#core/db/repositories/standing-store';
import { docketDerivation } from '#core/hearings/index';
import type { PackIndex } from '#core/packs/index';
import { searchDerivation } from '#core/search/index';
import type { DocumentTexts, SearchIndex } from '#core/search/ports';

export type DerivationParts = {
  readonly db: WritableDb;
  readonly reader: RecordReader;
  readonly index: SearchIndex;
  readonly texts: DocumentTexts;
  readonly pack: () => PackIndex;
};

/** Made at the first writing: a command that only reads need not read a pack. */
function late(make: () => Derivation): Derivation {
  let made: Derivation | undefined;
  const get = (): Derivation => (made ??= make());
  return {
    refresh: (touched) => {
      get().refresh(touched);
    },
    rebuild: () => {
      get().rebuild();
    },
  };
}

/** Everything that is kept true beside the facts, in the order it is refreshed. */
export function derivationsOf(parts: DerivationParts): readonly Derivation[] {
  const { db, reader, index, texts, pack } = parts;
  const affected = affectedPersons(db);
  return [
    searchDerivation({ reader, index, texts }),
    docketDerivation(docketStore(db)),
    late(() =>
      standingDerivation({
        facts: standingFacts(db, pack().pack.zone),
        affected,
        store: standingStore(db),
      }),
    ),
    late(() =>
      clockDerivation({
        pack: pack().pack,
        facts: clockFacts(db, pack()),
        affected,
        store: clockStore(db),
      }),
    ),
  ];
}
