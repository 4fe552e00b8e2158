import { X } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { Name, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { IconButton, text } from '#ui';
import { FieldEditor, type FormField } from '../forms';
import css from './Bundles.module.css';
import { isPicked, type Picked, type PickedKind } from './choice';

type Props<K extends PickedKind> = {
  readonly kinds: readonly K[];
  readonly label: string;
  readonly picked: readonly Picked<K>[];
  readonly onChange: (picked: readonly Picked<K>[]) => void;
};

/** Something found by a part of its name. */
const fieldTo = (kinds: readonly PickedKind[]): FormField => ({
  ...{ type: 'ref', isMany: false, isLong: false, level: 'team' },
  to: [...kinds],
});

/** Records of some kinds, added one after the other. */
export function SubjectPicker<K extends PickedKind>({ kinds, label, picked, onChange }: Props<K>) {
  const t = useText();
  // A new field each time: what was typed into the last one is used up.
  const [count, setCount] = useState(0);
  const add = async (id: RecordId): Promise<void> => {
    if (picked.some((one) => one.id === id)) return;
    const result = await rihai.records.get({ id });
    if (!result.ok) {
      sayTrouble(new CallError(result.error));
      return;
    }
    const found = { id, kind: result.value.kind, label: result.value.label };
    if (!isPicked(found, kinds)) return;
    onChange([...picked, found]);
    setCount(count + 1);
  };
  return (
    <div className={css.checks}>
      <FieldEditor
        key={count}
        kind="link"
        name="to"
        field={fieldTo(kinds)}
        label={label}
        value={undefined}
        onChange={(chosen) => {
          if (typeof chosen === 'string') void add(chosen as RecordId);
        }}
      />
      <div className={css.chosen}>
        {picked.map(({ id, label: name }) => (
          <span key={id}>
            <Name className={text.name}>{name === '' ? t('record.unnamed') : name}</Name>
            <IconButton
              icon={X}
              label={t('bundles.subject.drop', { name })}
              onPress={() => {
                onChange(picked.filter((one) => one.id !== id));
              }}
            />
          </span>
        ))}
      </div>
    </div>
  );
}
