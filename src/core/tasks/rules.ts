import { Temporal } from 'temporal-polyfill';
import { boundsOf } from '#shared/domain/edtf';
import type { FieldsOf } from '#shared/domain/registry';

type Task = Pick<FieldsOf<'task'>, 'dueOn' | 'offsetDays' | 'doneOn'>;

/** The last day `YYYY-MM-DD` a task is due: its own, or so many days from its hearing's; undefined where it has none. */
export function dueDay(task: Task, hearingDay: string | undefined): string | undefined {
  if (task.dueOn !== undefined) return boundsOf(task.dueOn.edtf).latest?.slice(0, 10);
  if (hearingDay === undefined) return undefined;
  return Temporal.PlainDate.from(hearingDay)
    .add({ days: task.offsetDays ?? 0 })
    .toString();
}

/** Not done, and its day lies before `today`. */
export function isOverdue(task: Task, hearingDay: string | undefined, today: string): boolean {
  const due = dueDay(task, hearingDay);
  return task.doneOn === undefined && due !== undefined && due < today;
}
