import { useMemo } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { useDays, useText, type TextOf } from '#i18n';
import { parseTypedDate, type Lean, type TypedDate } from '#shared/domain/typed-date';
import { Chip, type ChipTone } from '../chip/Chip';
import { CalendarX2 } from 'lucide-react';
import { cx } from '../cx';
import field from '../field/Field.module.css';
import { FieldFrame, type FieldTexts } from '../field/FieldFrame';
import css from './TypedDateField.module.css';

type Props = FieldTexts & {
  /** What is typed, kept as it is. For a date from the file pass its words (`useDays().words`). */
  readonly text: string;
  /** Every keystroke, with what it means now. */
  readonly onChange: (text: string, meaning: TypedDate) => void;
  readonly onBlur?: () => void;
  /** ISO date of today. */
  readonly today: string;
  /** Where a year nobody typed is looked for. */
  readonly lean?: Lean;
  readonly placeholder?: string;
  /** A holiday or a clash on that day. */
  readonly warning?: string;
  readonly warningTone?: ChipTone;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
};

/** Any year does: it only names the month. */
const monthStart = (month: number): Date => new Date(Date.UTC(2001, month - 1, 1));

/** What is wrong with a typed date, in words. */
function problemText(
  found: Extract<TypedDate, { kind: 'wrong' }>,
  t: TextOf,
  words: (edtf: string) => string,
): string {
  switch (found.problem) {
    case 'no-such-day':
      return t('ui.date.no-such-day', { month: monthStart(found.month), days: found.days });
    case 'weekday-differs':
      return t('ui.date.weekday-differs', { date: words(found.edtf) });
    case 'no-such-month':
      return t('ui.date.no-such-month');
    case 'no-such-time':
      return t('ui.date.no-such-time');
    case 'end-before-start':
      return t('ui.date.end-before-start');
    case 'hidden-marks':
      return t('ui.date.hidden-marks');
    case 'too-long':
      return t('ui.date.too-long');
    case 'unreadable':
      return t('ui.date.unreadable');
  }
}

/** A date as one types it, with what it means at the end of the line. Partial dates stay partial. */
export function TypedDateField(props: Props) {
  const { label, hint, error, text, onChange, today, lean = 'ahead', placeholder, warning } = props;
  const t = useText();
  const days = useDays(today);
  const options = useMemo(() => ({ today, lean }), [today, lean]);
  const meaning = useMemo(() => parseTypedDate(text, options), [text, options]);
  const means = meaning.kind === 'date' ? days.words(meaning.edtf) : '';
  const wrong = meaning.kind === 'wrong' ? problemText(meaning, t, days.words) : undefined;
  const problem = error ?? wrong;
  return (
    <AriaTextField
      className={field.field}
      value={text}
      onChange={(typed) => {
        onChange(typed, parseTypedDate(typed, options));
      }}
      onBlur={() => props.onBlur?.()}
      isInvalid={problem !== undefined}
      isDisabled={props.isDisabled}
      autoFocus={props.autoFocus}
    >
      <FieldFrame label={label} hint={hint} error={problem}>
        <div className={cx(field.box, css.box)}>
          <Input
            className={cx(field.input, css.input)}
            autoComplete="off"
            spellCheck={false}
            dir={text === '' ? undefined : 'auto'}
            placeholder={placeholder ?? t('ui.date.placeholder')}
          />
          <output className={css.means} aria-live="polite">
            {means !== text && means}
          </output>
        </div>
      </FieldFrame>
      {warning !== undefined && problem === undefined && (
        <div className={css.warning}>
          <Chip tone={props.warningTone ?? 'due'} icon={CalendarX2}>
            {warning}
          </Chip>
        </div>
      )}
    </AriaTextField>
  );
}
