import { describe, expect, it } from 'vitest';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { recentActions, RECENT_SQL } from './recent-actions';

describe('what a hand did last', () => {
  it('comes latest first, with the records it touched and nobody else’s', () => {
    const desk = memoryVault();
    const person = desk.newRecord();
    desk.edit(person, 'person', { occupation: 'teacher' });
    desk.edit(person, 'person', { occupation: 'clerk', sex: 'female' });
    const recent = recentActions(desk.db);
    const [last, first] = recent(desk.actor, 10);
    expect([last?.changes, first?.changes]).toEqual([2, 1]);
    expect(last?.records).toEqual([{ id: person, kind: 'person', label: '' }]);
    expect(recent(desk.actor, 1)).toHaveLength(1);
    expect(recent(memoryVault(2).actor, 10)).toEqual([]);
  });

  it('is found by indexes', () => {
    const { db } = memoryVault();
    const plan = db.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${RECENT_SQL.records}`).all(1);
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('change_by_action');
  });
});
