import { useId, type Ref } from 'react';
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { T } from '#i18n';
import { cx } from '../cx';
import css from './Field.module.css';
import { FieldFrame, type FieldTexts } from './FieldFrame';

export type TextFieldProps = FieldTexts & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Text shown while it is blank; blank is fine. */
  readonly placeholder?: string;
  readonly lang?: string;
  readonly name?: string;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Characters that can be kept. More can be typed, and the count says so; nothing is cut. */
  readonly longest?: number;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

type AreaProps = TextFieldProps & { readonly rows?: number };

const NEAR = 0.8;

/** Counts only near the end, so that a short field stays quiet. */
function Count({
  length,
  longest,
  id,
}: {
  readonly length: number;
  readonly longest: number;
  readonly id: string;
}) {
  if (length < longest * NEAR) return null;
  return (
    <span id={id} aria-live="polite" className={cx(css.count, length > longest && css.over)}>
      <T id="ui.field.count" values={{ length, longest }} />
    </span>
  );
}

function Field(props: AreaProps & { readonly isArea: boolean }) {
  const {
    label,
    hint,
    error,
    placeholder,
    lang,
    longest,
    inputRef,
    isArea,
    rows = 3,
    ...rest
  } = props;
  const count = useId();
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      className={css.field ?? ''}
      type="text"
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <div className={css.box}>
          {isArea ? (
            <AriaTextArea
              {...(inputRef && { ref: inputRef })}
              className={cx(css.input, css.area)}
              rows={rows}
              dir={props.value === '' ? undefined : 'auto'}
              lang={lang}
              placeholder={placeholder}
            />
          ) : (
            <Input
              {...(inputRef && { ref: inputRef })}
              className={css.input ?? ''}
              autoComplete="off"
              spellCheck={false}
              dir={props.value === '' ? undefined : 'auto'}
              lang={lang}
              placeholder={placeholder}
            />
          )}
        </div>
      </FieldFrame>
      {longest !== undefined && <Count id={count} length={props.value.length} longest={longest} />}
    </AriaTextField>
  );
}

/** One line of text. Controlled; keeps whatever is typed. */
export const TextField = (props: TextFieldProps) => <Field {...props} isArea={false} />;

/** Running text. */
export const TextArea = (props: AreaProps) => <Field {...props} isArea />;
