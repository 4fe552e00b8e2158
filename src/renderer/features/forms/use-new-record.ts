import { useState } from 'react';
import { useText } from '#i18n';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { rihai } from '#renderer/app/bridge';
import { run, useDraft } from '#renderer/app/parts';
import { isBefore, sentPath, type FormStore, type Typed, type Value } from './model';
import { useTypedValues } from './use-typed-values';
import { useFieldWords } from './words';

/** Stands for the record that a new detainee or case belongs to: none. */
const NOBODY = '00000000-0000-7000-8000-000000000000' as RecordId;

/** Nothing was typed, not even what cannot be kept. */
const isBlank = ({ typed, problems }: { readonly typed: Typed; readonly problems: object }) =>
  Object.values(typed).every((value) => value === null) && Object.keys(problems).length === 0;

type NewRecord = {
  readonly store: FormStore;
  /** Writes it in one action; answers its id, or undefined where something is wrong with it. */
  readonly save: () => Promise<RecordId | undefined>;
  readonly isSaving: boolean;
  /** Nothing was typed. */
  readonly isEmpty: boolean;
  /** How many fields are marked as wrong. */
  readonly faults: number;
  /** Throws away what was typed. */
  readonly drop: () => void;
};

/** Values of a record that is not written yet; kept as a draft until it is. */
export function useNewRecord(
  kind: RecordKind,
  defaults: readonly Value[],
  owner: RecordId = NOBODY,
  needed: readonly string[] = [],
): NewRecord {
  const t = useText();
  const words = useFieldWords();
  const [isSaving, setSaving] = useState(false);
  const draft = useDraft<Typed>({ record: owner, kind, path: `form/${kind}` });
  const form = useTypedValues(draft.found, draft.keep);
  const given = Object.fromEntries(defaults.map(({ path, value }) => [path, value]));
  const values: Typed = { ...given, ...form.typed };

  const drop = (): void => {
    form.drop();
    draft.clear();
  };
  const save = async (): Promise<RecordId | undefined> => {
    const missing = needed.filter((path) => (values[path] ?? null) === null);
    const wrongNow = {
      ...Object.fromEntries(missing.map((path) => [path, t('form.fault.empty')])),
      ...(isBefore(values.until, values.from) && { until: t('ui.date.end-before-start') }),
      ...form.problems,
    };
    if (Object.keys(wrongNow).length > 0) {
      form.fail(wrongNow);
      return undefined;
    }
    const filled = Object.entries(values).filter(([, value]) => value !== null);
    const edits = filled.map(([path, value]) => ({ path: sentPath(path), value }));
    setSaving(true);
    const said = t('form.created', { kind: words.kind(kind) });
    const result = await run(rihai.records.create({ kind, edits }), said);
    setSaving(false);
    if (!result.ok) return undefined;
    if (result.value.isSaved) {
      drop();
      return result.value.record;
    }
    const wrong = result.value.faults.map(
      (fault) => [filled[fault.index]?.[0] ?? fault.path, words.fault(fault)] as const,
    );
    form.fail(Object.fromEntries(wrong));
    return undefined;
  };

  const store: FormStore = {
    kind,
    record: undefined,
    value: (path) => values[path] ?? undefined,
    elements: (name) => Object.keys(values).filter((path) => path.startsWith(`${name}/new`)),
    set: form.set,
    leave: () => undefined,
    add: form.add,
    remove: form.forget,
    fault: (path) => form.faults[path],
    hasConflict: () => false,
  };
  const faults = Object.keys(form.faults).length;
  return { store, save, isSaving, isEmpty: isBlank(form), faults, drop };
}
