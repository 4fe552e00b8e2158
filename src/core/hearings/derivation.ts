import type { Derivation } from '#core/changes/ports';
import type { DocketStore } from './ports';

/** Keeps the latest day fixed in each proceeding true to its hearings. */
export function docketDerivation(store: DocketStore): Derivation {
  return {
    refresh: (touched) => {
      for (const { kind, key } of touched) if (kind === 'proceeding') store.drop(key);
      for (const proceeding of store.affected(touched)) store.refresh(proceeding);
    },
    rebuild: () => {
      store.clear();
      for (const proceeding of store.proceedings()) store.refresh(proceeding);
    },
  };
}
