import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { seeded } from '#tests/bench/generate';
import { copyOfVault, newFolder } from '#tests/integration/vault-kit';
import {
  access,
  expectNothingHalfDone,
  seedOfRun,
  longOrShort,
  peopleLines,
  startImport,
  withCaseFile,
} from './kit';

const KILLS = longOrShort(200, 6);
const RECORDS = 3000;
const BATCHES = RECORDS / 500;
/** Longer than the program needs before it acknowledges anything. */
const START_MS = 1_500;

describe('an import that is killed', () => {
  it(`keeps every record it acknowledged, ${String(KILLS)} times`, async () => {
    const seed = seedOfRun();
    console.log(`seed ${String(seed)}`);
    const random = seeded(seed);
    const lines = path.join(newFolder(), 'people.jsonl');
    fs.writeFileSync(lines, peopleLines(RECORDS));
    let cutShort = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const dir = await copyOfVault();
      // In one round of six before anything is acknowledged: while it opens, derives or checks.
      const after = round % BATCHES;
      const delayMs = Math.floor(random() * (after === 0 ? START_MS : 60));
      const running = startImport([...access(dir), lines], (batches) => {
        if (batches === after) setTimeout(() => running.child.kill('SIGKILL'), delayMs);
      });
      if (after === 0) setTimeout(() => running.child.kill('SIGKILL'), delayMs);
      await running.exit;
      if (running.acknowledged.length < RECORDS) cutShort += 1;
      await withCaseFile(dir, async (file) => {
        const lost = running.acknowledged.filter((id) => !file.records.get(id as RecordId));
        expect(lost, `round ${String(round)}`).toEqual([]);
        const { isSound } = await file.verify(() => undefined);
        expect(isSound, `round ${String(round)}`).toBe(true);
      });
      expectNothingHalfDone(dir);
      fs.rmSync(dir, { recursive: true });
    }
    console.log(`import: ${String(cutShort)} of ${String(KILLS)} cut short`);
    // A run that ended before the kill proves nothing.
    expect(cutShort).toBeGreaterThan(KILLS / 2);
  });
});
