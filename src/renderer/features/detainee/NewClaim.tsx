import { useState } from 'react';
import { useDays, useText } from '#i18n';
import { Panel, Select } from '#ui';
import type { JsonValue } from '#shared/domain/json';
import { FieldEditor, RecordForm, useFields, useFieldWords, useToday } from '../forms';
import { useLabel } from '../history/use-label';
import { placesOf, subjectsOf, type Subject } from './claimed';
import css from './Detainee.module.css';
import type { PersonPage } from './model';

type Props = {
  readonly page: PersonPage;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** What one source says of one fact: of what, the field, the value, then source and grading. */
export function NewClaim({ page, isOpen, onClose }: Props) {
  const t = useText();
  return (
    <Panel isOpen={isOpen} onClose={onClose} title={t('detainee.add.claim')}>
      <ClaimForm page={page} onDone={onClose} />
    </Panel>
  );
}

/** `Hold: arrest, Fri 3 Apr`; the person by name. */
export function useSubjectName(): (subject: Subject) => string {
  const words = useFieldWords();
  const labelOf = useLabel();
  const days = useDays(useToday());
  return ({ kind, label, on }) => {
    const named = `${words.kind(kind)}: ${labelOf(kind, label)}`;
    return on === undefined ? named : `${named}, ${days.words(on)}`;
  };
}

/** The words by which an element of a field is told from the others. */
function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { text, number, what } = value as Readonly<Record<string, string | undefined>>;
  return text ?? number ?? what ?? '';
}

type FormProps = { readonly page: PersonPage; readonly onDone: () => void };

function ClaimForm({ page, onDone }: FormProps) {
  const t = useText();
  const words = useFieldWords();
  const nameOf = useSubjectName();
  const subjects = subjectsOf(page);
  const [about, setAbout] = useState<string>(page.record.id);
  const [path, setPath] = useState<string>();
  const [value, setValue] = useState<JsonValue>();
  const subject = subjects.find(({ id }) => id === about);
  const fields = useFields(subject?.kind ?? 'person');
  if (subject === undefined) return null;
  const places = placesOf(subject);
  const name = places.find((place) => place.path === path)?.name;
  const field = name === undefined ? undefined : fields?.[name];
  const said = [
    { path: 'about', value: subject.id },
    ...(path === undefined ? [] : [{ path: 'field', value: path }]),
    ...(value === undefined ? [] : [{ path: 'value', value }]),
  ];
  return (
    <div className={css.form}>
      {subjects.length > 1 && (
        <Select
          label={t('detainee.claim.about')}
          placeholder={nameOf(subject)}
          options={subjects.map((one) => ({ id: one.id, label: nameOf(one) }))}
          value={subject.id}
          onChange={(next) => {
            setAbout(next);
            setPath(undefined);
            setValue(undefined);
          }}
        />
      )}
      <div className={css.pair}>
        <Select
          label={t('field.field')}
          placeholder={t('detainee.claim.statement')}
          options={places.map((place) => {
            const of = words.field(subject.kind, place.name);
            const label = place.value === undefined ? of : `${of}: ${wordsOf(place.value)}`;
            return { id: place.path, label };
          })}
          value={path}
          onChange={(next) => {
            setPath(next);
            setValue(undefined);
          }}
        />
        {field !== undefined && name !== undefined && (
          <FieldEditor
            key={path}
            kind={subject.kind}
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
        owner={page.record.id}
        defaults={said}
        needed={['source']}
        onSaved={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
