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

type Said = {
  readonly path: string | undefined;
  readonly value: JsonValue | undefined;
  /** Why what was typed cannot be kept. */
  readonly problem?: string | undefined;
};
type SaidProps = {
  readonly subject: Subject;
  readonly said: Said;
  readonly onSaid: (said: Said) => void;
};

/** Which value is told, and how. */
function SaidValue({ subject, said, onSaid }: SaidProps) {
  const t = useText();
  const words = useFieldWords();
  const fields = useFields(subject.kind);
  const places = placesOf(subject);
  const name = places.find(({ path }) => path === said.path)?.name;
  const field = name === undefined ? undefined : fields?.[name];
  return (
    <div className={css.pair}>
      <Select
        label={t('field.field')}
        placeholder={t('detainee.claim.statement')}
        options={places.map((place) => {
          const of = words.field(subject.kind, place.name);
          const label = place.value === undefined ? of : `${of}: ${wordsOf(place.value)}`;
          return { id: place.path, label };
        })}
        value={said.path}
        onChange={(path) => {
          onSaid({ path, value: undefined });
        }}
      />
      {field !== undefined && name !== undefined && (
        <FieldEditor
          key={said.path}
          kind={subject.kind}
          name={name}
          field={field}
          label={t('field.value')}
          value={said.value}
          onChange={(value, problem) => {
            onSaid({ path: said.path, value, problem });
          }}
        />
      )}
    </div>
  );
}

const NOTHING: Said = { path: undefined, value: undefined };

type FormProps = { readonly page: PersonPage; readonly onDone: () => void };

function ClaimForm({ page, onDone }: FormProps) {
  const t = useText();
  const nameOf = useSubjectName();
  const subjects = subjectsOf(page);
  const [about, setAbout] = useState<string>(page.record.id);
  const [said, setSaid] = useState(NOTHING);
  const subject = subjects.find(({ id }) => id === about);
  if (subject === undefined) return null;
  const { path, value, problem } = said;
  const defaults = [
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
            setSaid(NOTHING);
          }}
        />
      )}
      <SaidValue key={subject.id} subject={subject} said={said} onSaid={setSaid} />
      <RecordForm
        kind="claim"
        owner={page.record.id}
        defaults={defaults}
        needed={['source']}
        problem={problem}
        onSaved={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
