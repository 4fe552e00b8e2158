import { parentPort, workerData } from 'node:worker_threads';
import { loadSodium } from '#core/vault/sodium';
import { seeded } from '#tests/bench/generate';
import { bundleTargets } from './bundle-targets';
import { nextInput, rngOf, type Rng } from './mutate';
import { readingTargets } from './reading-targets';
import { makeTargets, tryInput, type Target } from './targets';

export type FuzzOrder = {
  readonly seed: number;
  /** For each parser of what a person brings, and for each of the others. */
  readonly named: number;
  readonly others: number;
  readonly scratch: string;
  /** Two whole numbers shared with the watchdog: the target at hand, and its input. */
  readonly progress: Int32Array;
};

export type FuzzReport =
  | { readonly target: string; readonly taken: number; readonly refused: number }
  | { readonly target: string; readonly input: string; readonly finding: string }
  | { readonly isDone: true };

/** Parsers of what a person brings to open a vault or to fill it: they get the most inputs. */
const NAMED: readonly string[] = [
  ...['header', 'blob', 'recovery key', 'shares', 'card'],
  ...['import lines', 'EDTF date', 'typed date', 'pack'],
];

const say = (report: FuzzReport): void => parentPort?.postMessage(report);

async function fuzz(target: Target, rng: Rng, inputs: number, at: (n: number) => void) {
  let taken = 0;
  for (let n = 0; n < inputs; n += 1) {
    const raw = nextInput(target.samples, rng);
    const bytes = target.mend !== undefined && rng.below(2) === 0 ? target.mend(raw) : raw;
    at(n);
    try {
      if (await tryInput(target, bytes)) taken += 1;
    } catch (error) {
      const finding = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say({ target: target.name, input: Buffer.from(bytes).toString('base64'), finding });
      return;
    }
  }
  say({ target: target.name, taken, refused: inputs - taken });
}

async function main({ seed, named, others, scratch, progress }: FuzzOrder): Promise<void> {
  await loadSodium();
  const rng = rngOf(seeded(seed));
  const targets = [
    ...(await makeTargets(rng, scratch)),
    ...(await bundleTargets(rng)),
    ...readingTargets(),
  ];
  for (const [index, target] of targets.entries()) {
    Atomics.store(progress, 0, index);
    const inputs = NAMED.includes(target.name) ? named : others;
    // A source of its own for each, so that a finding is met again without the others.
    await fuzz(target, rngOf(seeded(seed + index)), inputs, (n) => {
      Atomics.store(progress, 1, n);
    });
  }
  say({ isDone: true });
}

void main(workerData as FuzzOrder);
