import { Hourglass, Plus } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Checkbox, Chip, EmptyState, SheetRow, text } from '#ui';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { useToday } from '../forms';
import { RowHead } from '../parts/RowHead';
import css from './Case.module.css';
import { NEW, type CaseForm } from './case-forms';
import { labelIn, type CasePage } from './model';

type Props = { readonly page: CasePage; readonly onForm: (form: CaseForm) => void };
type Task = CasePage['tasks'][number];

const isDone = ({ record }: Task): boolean => record.fields.doneOn !== undefined;

function TaskRow({ page, task, onForm }: Props & { readonly task: Task }) {
  const t = useText();
  const today = useToday();
  const days = useDays(today);
  const { record, due, isOverdue } = task;
  const { title = '', assignee, notes } = record.fields;
  const who = labelIn(page, assignee);
  const toggle = (isNowDone: boolean): void => {
    const value = isNowDone ? { edtf: today } : null;
    const said = t(isNowDone ? 'case.task.done' : 'case.task.open', { title });
    void run(rihai.records.edit({ id: record.id, edits: [{ path: 'doneOn', value }] }), said);
  };
  return (
    <SheetRow margin={due === undefined ? undefined : days.short(due)}>
      <RowHead
        editLabel={t('case.task.edit', { title })}
        onEdit={() => {
          onForm({ title: 'kind.task', kind: 'task', id: record.id });
        }}
      >
        <Checkbox isSelected={isDone(task)} onChange={toggle}>
          <Name className={isDone(task) ? css.dropped : text.name}>{title}</Name>
        </Checkbox>
        {isOverdue && (
          <Chip tone="due" icon={Hourglass}>
            <T id="case.task.overdue" />
          </Chip>
        )}
      </RowHead>
      {who !== '' && (
        <p className={css.covered}>
          <Name>{who}</Name>
        </p>
      )}
      {notes !== undefined && (
        <p className={css.covered}>
          <Name>{notes}</Name>
        </p>
      )}
    </SheetRow>
  );
}

const FAR = '9999';

/** What is to be done in the case: open ones by their day, done ones after them. */
export function TasksTab({ page, onForm }: Props) {
  const add = (
    <Button
      icon={Plus}
      onPress={() => {
        onForm({ title: NEW.task, kind: 'task' });
      }}
    >
      <T id="case.add.task" />
    </Button>
  );
  if (page.tasks.length === 0)
    return (
      <SheetRow>
        <EmptyState title={<T id="case.tasks.none" />} action={add}>
          <T id="case.tasks.how" />
        </EmptyState>
      </SheetRow>
    );
  const inOrder = page.tasks.toSorted(
    (a, b) => Number(isDone(a)) - Number(isDone(b)) || ((a.due ?? FAR) < (b.due ?? FAR) ? -1 : 1),
  );
  return (
    <>
      {inOrder.map((task) => (
        <TaskRow key={task.record.id} page={page} task={task} onForm={onForm} />
      ))}
      <SheetRow>{add}</SheetRow>
    </>
  );
}
