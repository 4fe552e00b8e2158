import { steady, type Option } from '#ui';
import type { RecordKind } from '#shared/domain/kinds';
import type { Lean } from '#shared/domain/typed-date';
import {
  ChoiceEditor,
  DateEditor,
  FlagEditor,
  IntegerEditor,
  SuggestEditor,
  TextEditor,
  type EditorProps,
} from './editors';
import type { FormField } from './model';
import { ObjectEditor } from './ObjectEditor';
import { RefEditor } from './RefEditor';
import { suggestionsOf, usePack, useToday } from './reference';
import { useFieldWords } from './words';

type Props = Omit<EditorProps, 'label'> & {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: FormField;
  /** In place of the name of the field. */
  readonly label?: string;
  /** For a reference: what is likely. */
  readonly offers?: readonly Option[] | undefined;
};

/** Dates that lie ahead more often than behind. */
const AHEAD = ['until', 'dueOn', 'dueAt', 'nextOn'];
const leanOf = (kind: RecordKind, name: string): Lean =>
  AHEAD.includes(name) || (kind === 'hearing' && name === 'on') ? 'ahead' : 'behind';

/**
 * Edits ONE value of a field of the registry by its type; controlled: `value` in,
 * `onChange(value | undefined, problem?)` out. With a `problem` the value is the last one
 * that could be kept, and what was typed stays in the field. `onChosen` tells that a choice
 * or a reference was taken, for forms that save at once. Of a many-valued field it edits
 * one element; a RecordForm does the list.
 */
export const FieldEditor = steady(function FieldEditor(props: Props) {
  const { kind, name, field, label, offers, ...rest } = props;
  const words = useFieldWords();
  const today = useToday();
  const editor = { ...rest, label: label ?? words.field(kind, name) };
  switch (field.type) {
    case 'choice':
      return (
        <ChoiceEditor
          {...editor}
          options={(field.of ?? []).map((id) => ({ id, label: words.choice(id, kind, name) }))}
        />
      );
    case 'flag':
      return <FlagEditor {...editor} />;
    case 'integer':
      return <IntegerEditor {...editor} />;
    case 'date':
      return <DateEditor {...editor} today={today} lean={leanOf(kind, name)} />;
    case 'ref':
      return <RefEditor {...editor} to={field.to ?? []} offers={offers} />;
    case 'object': {
      const place = { kind, name, parts: field.parts };
      return <ObjectEditor {...editor} {...place} today={today} />;
    }
    case 'text':
    case 'json':
      return <WordsEditor {...editor} kind={kind} name={name} isLong={field.isLong} />;
  }
});

type WordsProps = EditorProps & {
  readonly kind: RecordKind;
  readonly name: string;
  readonly isLong: boolean;
};

/** Text, with what the jurisdiction suggests for it. */
function WordsEditor({ kind, name, ...editor }: WordsProps) {
  const options = suggestionsOf(usePack(), kind, name);
  return options === undefined ? (
    <TextEditor {...editor} />
  ) : (
    <SuggestEditor {...editor} options={options} />
  );
}
