import { useText } from '#i18n';
import { steady } from '#ui';
import type { JsonValue } from '#shared/domain/json';
import type { RecordKind } from '#shared/domain/kinds';
import { ChoiceEditor, DateEditor, IntegerEditor, TextEditor, type EditorProps } from './editors';
import css from './forms.module.css';
import { without, type Part } from './model';
import { RefEditor } from './RefEditor';
import { useFieldWords } from './words';

type Props = Omit<EditorProps, 'label' | 'onChosen'> & {
  readonly kind: RecordKind;
  readonly name: string;
  readonly parts: readonly Part[] | undefined;
  readonly today: string;
};

type Parts = Readonly<Record<string, JsonValue>>;

const partsOf = (value: JsonValue | undefined): Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parts) : {};

type PartProps = EditorProps & Pick<Props, 'kind' | 'name' | 'today'> & { readonly part: Part };

/** One part, by its type. */
const PartEditor = steady(function PartEditor({ kind, name, today, part, ...editor }: PartProps) {
  const words = useFieldWords();
  switch (part.type) {
    case 'choice':
      return (
        <ChoiceEditor
          {...editor}
          options={(part.of ?? []).map((id) => ({ id, label: words.choice(id, kind, name) }))}
        />
      );
    case 'date':
      return <DateEditor {...editor} today={today} />;
    case 'integer':
      return <IntegerEditor {...editor} />;
    case 'ref':
      return <RefEditor {...editor} to={part.to ?? []} />;
    case 'text':
      return <TextEditor {...editor} isLong={false} />;
  }
});

/** Parts that only mean something together. */
export function ObjectEditor(props: Props) {
  const { kind, name, parts = [], value, onChange, today, error, autoFocus } = props;
  const t = useText();
  const words = useFieldWords();
  const held = partsOf(value);
  const set = (part: Part, next: JsonValue | undefined, problem?: string): void => {
    const changed = next === undefined ? without(held, part.name) : { ...held, [part.name]: next };
    if (Object.keys(changed).length === 0) {
      onChange(undefined, problem);
      return;
    }
    const missing = parts.find((one) => one.isNeeded && changed[one.name] === undefined);
    const needed =
      missing && t('form.fault.needed', { part: words.field(kind, name, missing.name) });
    onChange(changed, problem ?? needed);
  };
  return (
    <div className={css.parts}>
      {parts.map((part, index) => (
        <PartEditor
          key={part.name}
          kind={kind}
          name={name}
          today={today}
          part={part}
          label={words.field(kind, name, part.name)}
          value={held[part.name]}
          error={part.isNeeded || parts.length === 1 ? error : undefined}
          autoFocus={autoFocus === true && index === 0}
          onChange={(next, problem) => {
            set(part, next, problem);
          }}
        />
      ))}
    </div>
  );
}
