import { describe, expect, it } from 'vitest';
import { dueDay, isOverdue } from './rules';

describe('a task', () => {
  it('is due on its own day, or so many days from its hearing', () => {
    expect(dueDay({ dueOn: { edtf: '2025-05' }, offsetDays: 3 }, '2025-01-01')).toBe('2025-05-31');
    expect(dueDay({ offsetDays: -3 }, '2025-03-02')).toBe('2025-02-27');
    expect(dueDay({}, '2025-03-02')).toBe('2025-03-02');
    expect(dueDay({}, undefined)).toBeUndefined();
  });

  it('is overdue from the day after, until it is done', () => {
    const task = { dueOn: { edtf: '2025-05-15' } };
    expect(isOverdue(task, undefined, '2025-05-15')).toBe(false);
    expect(isOverdue(task, undefined, '2025-05-16')).toBe(true);
    expect(isOverdue({ ...task, doneOn: { edtf: '2025-05-20' } }, undefined, '2025-06-01')).toBe(
      false,
    );
  });
});
