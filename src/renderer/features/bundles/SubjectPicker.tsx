import { X } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { Name, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { IconButton, text } from '#ui';
import { FieldEditor, type FormField } from '../forms';
import css from './Bundles.module.css';
import type { Subject } from './choice';

/** A matter or a person, found by a part of its name. */
const SUBJECT: FormField = {
  ...{ type: 'ref', isMany: false, isLong: false, level: 'team' },
  to: ['person', 'case'],
};

type Props = {
  readonly subjects: readonly Subject[];
  readonly onChange: (subjects: readonly Subject[]) => void;
};

/** Persons and cases, added one after the other. */
export function SubjectPicker({ subjects, onChange }: Props) {
  const t = useText();
  // A new field each time: what was typed into the last one is used up.
  const [count, setCount] = useState(0);
  const add = async (id: RecordId): Promise<void> => {
    if (subjects.some((one) => one.id === id)) return;
    const result = await rihai.records.get({ id });
    if (!result.ok) {
      sayTrouble(new CallError(result.error));
      return;
    }
    const { kind, label } = result.value;
    if (kind !== 'person' && kind !== 'case') return;
    onChange([...subjects, { id, kind, label }]);
    setCount(count + 1);
  };
  return (
    <div className={css.checks}>
      <FieldEditor
        key={count}
        kind="link"
        name="to"
        field={SUBJECT}
        label={t('bundles.subject')}
        value={undefined}
        onChange={(chosen) => {
          if (typeof chosen === 'string') void add(chosen as RecordId);
        }}
      />
      <div className={css.chosen}>
        {subjects.map(({ id, label }) => (
          <span key={id}>
            <Name className={text.name}>{label === '' ? t('record.unnamed') : label}</Name>
            <IconButton
              icon={X}
              label={t('bundles.subject.drop', { name: label })}
              onPress={() => {
                onChange(subjects.filter((one) => one.id !== id));
              }}
            />
          </span>
        ))}
      </div>
    </div>
  );
}
