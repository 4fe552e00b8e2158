import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useText } from '#i18n';
import type { ElementOf } from '#shared/domain/field';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import type { RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value as valueOf } from '#renderer/app/bridge';
import { run, useDraft } from '#renderer/app/parts';
import { isBefore, isNewPath, isSame, sentPath, type FormStore, type Typed } from './model';
import { useTypedValues } from './use-typed-values';
import { useFieldWords } from './words';

type Elements = readonly ElementOf<JsonValue>[];

const heldIn = (record: RecordView | undefined, name: string): unknown =>
  (record?.fields as Readonly<Record<string, unknown>> | undefined)?.[name];

/** The value of a path as the vault has it. */
function heldAt(record: RecordView | undefined, path: string): JsonValue | undefined {
  const [name = '', element] = path.split('/');
  const held = heldIn(record, name);
  if (element === undefined) return held as JsonValue | undefined;
  return (held as Elements | undefined)?.find(({ id }) => id === element)?.value;
}

/** Saves one value, says so with Undo; answers what is wrong with it, or nothing. */
function useSave(id: RecordId, kind: RecordKind, queryKey: readonly unknown[]) {
  const t = useText();
  const words = useFieldWords();
  const client = useQueryClient();
  /** Saves under way, so that leaving a field twice writes once. */
  const saving = useRef(new Map<string, JsonValue>());
  return async (path: string, value: JsonValue): Promise<'saved' | 'waits' | { fault: string }> => {
    if (saving.current.has(path) && isSame(saving.current.get(path), value)) return 'waits';
    saving.current.set(path, value);
    const [name = ''] = path.split('/');
    const said = t('form.saved', { field: words.field(kind, name) });
    const edits = [{ path: sentPath(path), value }];
    const result = await run(rihai.records.edit({ id, edits }), said);
    saving.current.delete(path);
    // A call that failed is said at the foot; what was typed waits in its field.
    if (!result.ok) return 'waits';
    if (result.value.isSaved) {
      await client.invalidateQueries({ queryKey });
      return 'saved';
    }
    const [fault] = result.value.faults;
    return fault === undefined ? 'waits' : { fault: words.fault(fault) };
  };
}

type HeldRecord = {
  readonly store: FormStore;
  readonly record: RecordView | undefined;
  readonly error: Error | null;
};

/**
 * A record edited in place: what is typed is kept as a draft, and saved with Undo as soon
 * as its field is left. What cannot be saved stays in its field, with the reason.
 */
export function useHeldRecord(id: RecordId, kind: RecordKind): HeldRecord {
  const queryKey = ['records', 'get', { id }];
  const { data: record, error } = useQuery({
    queryKey,
    queryFn: () => valueOf(rihai.records.get({ id })),
  });
  const draft = useDraft<Typed>({ record: id, kind, path: 'form/edit' });
  const form = useTypedValues(draft.found, (typed) => {
    if (Object.keys(typed).length === 0) draft.clear();
    else draft.keep(typed);
  });
  const t = useText();
  const save = useSave(id, kind, queryKey);

  const write = async (path: string, value: JsonValue): Promise<void> => {
    const done = await save(path, value);
    if (done === 'saved') form.settle(path, value);
    else if (done !== 'waits') form.fail({ [path]: done.fault });
  };
  /** The value would make the record end before it starts. */
  const isTurned = (path: string, value: JsonValue | undefined): boolean =>
    (path === 'until' && isBefore(value, heldAt(record, 'from'))) ||
    (path === 'from' && isBefore(heldAt(record, 'until'), value));
  const leave = (path: string, given?: JsonValue): void => {
    const value = given === undefined ? form.typed[path] : given;
    const problem = given === undefined ? form.problems[path] : undefined;
    if (problem !== undefined) form.fail({ [path]: problem });
    else if (isTurned(path, value)) form.fail({ [path]: t('ui.date.end-before-start') });
    else if (value === undefined || (isNewPath(path) && value === null)) return;
    else if (isSame(heldAt(record, path), value)) form.forget(path);
    else void write(path, value);
  };
  const store: FormStore = {
    kind,
    record: record?.id,
    value: (path) => (path in form.typed ? form.typed[path] : heldAt(record, path)) ?? undefined,
    elements: (name) => [
      ...((heldIn(record, name) ?? []) as Elements).map((element) => `${name}/${element.id}`),
      ...Object.keys(form.typed).filter((path) => path.startsWith(`${name}/new`)),
    ],
    set: form.set,
    leave,
    add: form.add,
    remove: (path) => {
      if (isNewPath(path)) form.forget(path);
      else void write(path, null);
    },
    fault: (path) => form.faults[path],
    hasConflict: (path) => record !== undefined && path in record.conflicts,
  };
  return { store, record, error };
}
