import type { Derivation } from '#core/changes/ports';
import { clockDerivation } from '#core/clocks/index';
import { standingDerivation } from '#core/custody/index';
import { docketDerivation } from '#core/hearings/index';
import { indexPack, type Pack } from '#core/packs/index';
import type { WritableDb } from '../driver';
import { affectedPersons } from './clock-affected';
import { clockFacts } from './clock-facts';
import { clockStore } from './clock-store';
import { docketStore } from './docket-store';
import { standingFacts } from './standing-facts';
import { standingStore } from './standing-store';

/** Everything that is derived from custody and hearings, over one database and one pack. */
export function custodyDerivations(db: WritableDb, pack: Pack): readonly Derivation[] {
  const affected = affectedPersons(db);
  return [
    clockDerivation({
      pack,
      affected,
      facts: clockFacts(db, indexPack(pack)),
      store: clockStore(db),
    }),
    standingDerivation({
      affected,
      facts: standingFacts(db, pack.zone),
      store: standingStore(db),
    }),
    docketDerivation(docketStore(db)),
  ];
}
