import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error';
import { readInProcess } from '#core/app/index';
import { seeded } from '#tests/bench/generate';
import { buildChild } from '#tests/fixtures/built-child';
import { tinyPdf } from '#tests/fixtures/pdf';
import { streamOf } from '#tests/integration/vault-kit';
import { nextInput, rngOf } from './fuzz/mutate';
import { OFFICE_SAMPLES } from './fuzz/reading-targets';
import { longOrShort, seedOfRun } from './kit';

const INPUTS = longOrShort(400, 6);

const PDF = 'application/pdf';
const SAMPLES: Readonly<Record<string, readonly Uint8Array[]>> = {
  ...OFFICE_SAMPLES,
  [PDF]: [
    tinyPdf(['Sample order', 'Second page']),
    tinyPdf(['x'], { script: 'app.alert("x")', further: '0 0 m 10 10 l S' }),
  ],
};

let program: string;
beforeAll(async () => {
  program = await buildChild(path.resolve('src/worker/reader.ts'));
});

describe('documents of no good, in the process that reads them', () => {
  it(`gives words or a code of its own for each of ${String(INPUTS)} of each kind, and then is gone`, async () => {
    const read = readInProcess(program);
    const seed = seedOfRun();
    const seen: Record<string, Record<string, number>> = {};
    for (const [at, [mediaType, samples]] of Object.entries(SAMPLES).entries()) {
      const rng = rngOf(seeded(seed + at));
      const kind = (seen[mediaType.slice(mediaType.lastIndexOf('.') + 1)] ??= {});
      for (let n = 0; n < INPUTS; n += 1) {
        // The first one is sound.
        const bytes = n === 0 ? samples[0] : nextInput(samples, rng);
        const said = await read({ mediaType, bytes: streamOf(bytes ?? new Uint8Array()) }).then(
          () => 'words',
          (error: unknown) => (isAppError(error) ? error.code : String(error)),
        );
        kind[said] = (kind[said] ?? 0) + 1;
      }
    }
    console.log(`reader process, seed ${String(seed)}: ${JSON.stringify(seen)}`);
    for (const kind of Object.values(seen)) {
      expect(kind['words']).toBeGreaterThan(0);
      const codes = Object.keys(kind).filter((said) => said !== 'words');
      expect(codes.filter((code) => !code.startsWith('read/'))).toEqual([]);
    }
  });
});
