import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { cx } from '../cx';
import field from '../field/Field.module.css';
import { FieldFrame, type FieldTexts } from '../field/FieldFrame';
import css from './Choice.module.css';
import type { Option } from './Select';

type Props<K extends string> = FieldTexts & {
  readonly options: readonly Option<K>[];
  readonly value: K | undefined;
  readonly onChange: (value: K) => void;
  readonly isInline?: boolean;
};

/** One of a few answers, all seen at once. */
export function RadioGroup<K extends string>(props: Props<K>) {
  const { label, hint, error, options, value, onChange, isInline = false } = props;
  return (
    <AriaRadioGroup
      className={field.field ?? ''}
      value={value ?? null}
      isInvalid={error !== undefined}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div className={cx(css.radios, isInline && css.inline)}>
          {options.map((option) => (
            <RadioField key={option.id} value={option.id}>
              <RadioButton className={css.line ?? ''}>
                <span className={css.radio} />
                <span>
                  {option.label}
                  {option.note !== undefined && <span className={css.note}>{option.note}</span>}
                </span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}
