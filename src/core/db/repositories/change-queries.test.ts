import { describe, expect, it } from 'vitest';
import { memoryDb } from '#tests/fixtures/memory-vault';
import { CHANGE_SQL } from './change-queries';
import { LAST_AT } from './change-store';
import { IMPORT_SQL } from './record-list';
import { RECORD_SQL } from './record-view';
import { STORY_SQL } from './story-queries';

type Step = { readonly detail: string };

/** Those that read a whole table on purpose. */
const WHOLE = new Set<string>([RECORD_SQL.every, RECORD_SQL.allConflicts, RECORD_SQL.trashed]);

/** A row given, a list given as JSON, what a recursion has found. */
const OF_NO_TABLE = /^SCAN (?:CONSTANT ROW|j VIRTUAL TABLE.*|p)$/u;

describe('a hot query', () => {
  const db = memoryDb();
  const all = Object.entries({
    ...CHANGE_SQL,
    ...RECORD_SQL,
    ...IMPORT_SQL,
    ...STORY_SQL,
    lastAt: LAST_AT,
  });
  it.each(all.filter(([, sql]) => !WHOLE.has(sql)))('%s reads by index alone', (_name, sql) => {
    const values = [...sql.matchAll(/\?/gu)].map(() => null);
    const steps = db.prepare<Step>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    expect(steps.length).toBeGreaterThan(0);
    const scans = steps.filter(({ detail }) => detail.startsWith('SCAN'));
    expect(scans.filter(({ detail }) => !OF_NO_TABLE.test(detail))).toEqual([]);
  });
});
