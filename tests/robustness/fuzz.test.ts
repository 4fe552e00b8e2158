import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from '#tests/fixtures/built-child';
import { newFolder } from '#tests/integration/vault-kit';
import type { FuzzOrder, FuzzReport } from './fuzz/worker';
import { seedOfRun, longOrShort } from './kit';

const INPUTS = { named: longOrShort(200_000, 20_000), others: longOrShort(200_000, 5_000) };
const HANG_MS = 2_000;
const LOOK_MS = 250;
/** Loading the parsers and making their samples is no input. */
const NOT_BEGUN = -1;

let worker: string;
beforeAll(async () => {
  worker = await buildChild(path.join(import.meta.dirname, 'fuzz/worker.ts'));
});

/** Runs all targets in a thread, and ends it where one input is held too long. */
function fuzzAll(seed: number): Promise<readonly FuzzReport[]> {
  const progress = new Int32Array(new SharedArrayBuffer(8)).fill(NOT_BEGUN);
  const order: FuzzOrder = { seed, ...INPUTS, scratch: newFolder(), progress };
  const thread = new Worker(worker, { workerData: order });
  return new Promise((resolve, reject) => {
    const reports: FuzzReport[] = [];
    let [seen, looks] = ['', 0];
    const watchdog = setInterval(() => {
      const now = progress.join('/');
      looks = now === seen && progress[0] !== NOT_BEGUN ? looks + 1 : 0;
      seen = now;
      if (looks * LOOK_MS > HANG_MS) fail(new Error(`seed ${String(seed)}: hangs at ${now}`));
    }, LOOK_MS);
    const stop = () => {
      clearInterval(watchdog);
      void thread.terminate();
    };
    const fail = (error: Error) => {
      stop();
      reject(error);
    };
    thread.on('error', fail);
    thread.on('message', (report: FuzzReport) => {
      if (!('isDone' in report)) reports.push(report);
      else {
        stop();
        resolve(reports);
      }
    });
  });
}

describe('what every parser does with bytes of no good', () => {
  it(`takes or refuses each of ${String(INPUTS.named)} inputs by a code of its own, and hangs at none`, async () => {
    const seed = seedOfRun();
    const reports = await fuzzAll(seed);
    console.log(`fuzz, seed ${String(seed)}\n${JSON.stringify(reports, undefined, 1)}`);
    expect(reports.filter((report) => 'finding' in report)).toEqual([]);
    expect(reports).toHaveLength(22);
    // Where nothing is taken, or nothing refused, the inputs did not reach what they should.
    for (const report of reports) {
      expect(report).toMatchObject({ taken: expect.any(Number) as number });
      if (!('taken' in report)) continue;
      expect([report.target, report.taken > 0, report.refused > 0]).toEqual([
        report.target,
        true,
        true,
      ]);
    }
  });
});
