import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { seeded } from '#tests/bench/generate';
import { copyOfVault, newFolder } from '#tests/integration/vault-kit';
import { access, peopleLines, startImport, withCaseFile } from './kit';

const KILLS = 50;
const RECORDS = 5000;
const BATCHES = RECORDS / 500;

describe('an import that is killed', () => {
  it(`keeps every record it acknowledged, ${String(KILLS)} times`, async () => {
    const seed = 20_260_428;
    console.log(`seed ${seed}`);
    const random = seeded(seed);
    const lines = path.join(newFolder(), 'people.jsonl');
    fs.writeFileSync(lines, peopleLines(RECORDS));
    let cutShort = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const dir = await copyOfVault();
      const after = 1 + Math.floor(random() * (BATCHES - 1));
      const delayMs = Math.floor(random() * 60);
      const running = startImport([...access(dir), lines], (batches) => {
        if (batches === after) setTimeout(() => running.child.kill('SIGKILL'), delayMs);
      });
      await running.exit;
      if (running.acknowledged.length < RECORDS) cutShort += 1;
      await withCaseFile(dir, async (file) => {
        const lost = running.acknowledged.filter((id) => !file.records.get(id as RecordId));
        expect(lost, `round ${round}`).toEqual([]);
        const { isSound } = await file.verify(() => undefined);
        expect(isSound, `round ${round}`).toBe(true);
      });
      expect(fs.readdirSync(path.join(dir, 'staging'))).toEqual([]);
      fs.rmSync(dir, { recursive: true });
    }
    // A run that ended before the kill proves nothing.
    expect(cutShort).toBeGreaterThan(KILLS / 2);
  });

  it('goes on where it stopped, without doubles', async () => {
    const dir = await copyOfVault();
    const lines = path.join(newFolder(), 'people.jsonl');
    fs.writeFileSync(lines, peopleLines(RECORDS));
    const first = startImport([...access(dir), lines], () => first.child.kill('SIGKILL'));
    await first.exit;
    const second = startImport([...access(dir), lines], () => undefined);
    expect(await second.exit).toBe(0);
    await withCaseFile(dir, (file) => {
      expect(file.records.all('person')).toHaveLength(RECORDS);
    });
  });
});
