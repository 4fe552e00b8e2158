import type { ActionInput } from '#core/changes/writer';
import { idMaker } from '#core/kernel/ids';
import { systemClock } from '#core/kernel/ports';
import { sodiumRandom } from '#core/vault/sodium';
import { BENCH_TODAY, generateMatters } from './generate';
import { once } from './measure';
import { newVault, writerOf } from './vault';

const BATCH = 50;

type FillOptions = {
  readonly dir: string;
  readonly matters: number;
  readonly resourcesDir: string;
  /** The day, `YYYY-MM-DD`, whose hearings are to be found on Today. */
  readonly today?: string;
  /** Lets the program choose the cost of the derivation, as it does for a user. */
  readonly isCostly?: boolean;
};

export type Filled = { readonly records: number; readonly changes: number; readonly ms: number };

/** Makes a vault of generated matters; tells how many records and how long the writing took. */
export async function fill(options: FillOptions): Promise<Filled> {
  const { dir, matters, resourcesDir, today = BENCH_TODAY, isCostly = false } = options;
  const vault = await newVault(dir, isCostly);
  const writer = writerOf(vault, resourcesDir);
  const ids = idMaker(systemClock, sodiumRandom);
  let records = 0;
  let changes = 0;
  let batch: ActionInput[] = [];
  const flush = (): void => {
    for (const done of writer.commitAll(batch)) {
      records += done.records.length;
      changes += done.changes;
    }
    batch = [];
  };
  const { ms } = once(() => {
    for (const edits of generateMatters(matters, ids, today)) {
      batch.push({ what: 'import', origin: { type: 'file' }, edits });
      if (batch.length === BATCH) flush();
    }
    flush();
  });
  vault.close();
  return { records, changes, ms };
}
