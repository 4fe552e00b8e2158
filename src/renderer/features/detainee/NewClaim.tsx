import { useState } from 'react';
import { useText } from '#i18n';
import { Panel, Select } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { FieldEditor, RecordForm, useFields, useFieldWords } from '../forms';
import css from './Detainee.module.css';

type Props = {
  readonly person: RecordId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What one source says of one fact: the field, the value, then source and grading. */
export function NewClaim({ person, isOpen, onClose }: Props) {
  const t = useText();
  return (
    <Panel isOpen={isOpen} onClose={onClose} title={t('detainee.add.claim')}>
      <ClaimForm person={person} onDone={onClose} />
    </Panel>
  );
}

/** Fields of one value that people tell differently. */
const CLAIMED = [
  'bornOn',
  'ageYears',
  'sex',
  'occupation',
  'nationality',
  'whyInside',
  'safety',
  'dependants',
];

function ClaimForm({ person, onDone }: { readonly person: RecordId; readonly onDone: () => void }) {
  const t = useText();
  const words = useFieldWords();
  const fields = useFields('person');
  const [name, setName] = useState<string>();
  const [value, setValue] = useState<JsonValue>();
  const field = name === undefined ? undefined : fields?.[name];
  const said = [
    { path: 'about', value: person },
    ...(name === undefined ? [] : [{ path: 'field', value: name }]),
    ...(value === undefined ? [] : [{ path: 'value', value }]),
  ];
  return (
    <div className={css.form}>
      <div className={css.pair}>
        <Select
          label={t('field.field')}
          placeholder={t('detainee.claim.statement')}
          options={CLAIMED.map((id) => ({ id, label: words.field('person', id) }))}
          value={name}
          onChange={(next) => {
            setName(next);
            setValue(undefined);
          }}
        />
        {field !== undefined && name !== undefined && (
          <FieldEditor
            key={name}
            kind="person"
            name={name}
            field={field}
            label={t('field.value')}
            value={value}
            onChange={setValue}
          />
        )}
      </div>
      <RecordForm
        kind="claim"
        owner={person}
        defaults={said}
        needed={['source']}
        onSaved={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
