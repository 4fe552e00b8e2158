import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isRemadeByRebuild,
  openCaseFile,
  readSamples,
  takeInSamples,
  type CaseFile,
} from '#core/app/index';
import { newVault } from './vault-kit';

const resourcesDir = resolve('resources');

describe('verify', () => {
  let file: CaseFile;
  beforeAll(async () => {
    const { vault } = await newVault();
    file = openCaseFile(vault, { resourcesDir });
    await takeInSamples(file, readSamples(join(resourcesDir, 'samples')), () => undefined);
  });

  it.each([
    ['search', 'DELETE FROM search_part'],
    ['search', `INSERT INTO search (search) VALUES ('delete-all')`],
    ['search', "UPDATE search SET body = ('other') WHERE rowid = 1"],
    ['clock', 'DELETE FROM clock'],
    ['clock', `UPDATE clock SET state = 'met', is_open = 0`],
    ['clock', 'UPDATE clock SET due_lo = due_lo + 1440'],
    ['standing', 'UPDATE standing SET is_inside = 1 - is_inside'],
    [
      'standing',
      'INSERT INTO standing SELECT 999999, status, place, place_type, hold_type, held_from, held_until, regime, has_open_hold, is_inside, confirmed_at, release_step, release_at FROM standing LIMIT 1',
    ],
    ['docket', 'UPDATE docket SET last_fixed = NULL, is_pending = 1 - is_pending'],
  ])('finds damage of what is derived (%s: %s) and makes it anew', async (table, sql) => {
    const before = await file.verify(() => undefined);
    expect(before.isSound).toBe(true);
    expect(isRemadeByRebuild(before)).toBe(false);
    file.vault.db.exec(sql);
    const found = await file.verify(() => undefined);
    const faulty = found.steps.filter(({ faults }) => faults.length > 0);
    expect(faulty.map(({ part }) => part)).toEqual(['derived']);
    expect(faulty[0]?.faults).toMatchObject([{ code: 'db/derived-differ' }]);
    expect(faulty[0]?.faults[0]?.what).toMatch(new RegExp(`^${table}, \\d+ rows?$`, 'u'));
    expect(isRemadeByRebuild(found)).toBe(true);
    file.rebuild();
    expect((await file.verify(() => undefined)).isSound).toBe(true);
  });
});
