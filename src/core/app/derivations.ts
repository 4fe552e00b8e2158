import type { Derivation, RecordReader } from '#core/changes/ports';
import type { WritableDb } from '#core/db/driver';
import { custodyDerivations } from '#core/db/repositories/clock-wiring';
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
function late(make: () => readonly Derivation[]): Derivation {
  let made: readonly Derivation[] | undefined;
  const all = (): readonly Derivation[] => (made ??= make());
  return {
    refresh: (touched) => {
      for (const one of all()) one.refresh(touched);
    },
    rebuild: () => {
      for (const one of all()) one.rebuild();
    },
  };
}

/** Everything that is kept true beside the facts. */
export const derivationsOf = (parts: DerivationParts): readonly Derivation[] => [
  searchDerivation(parts),
  late(() => custodyDerivations(parts.db, parts.pack().pack)),
];
