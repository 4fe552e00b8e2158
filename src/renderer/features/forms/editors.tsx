import { useMemo } from 'react';
import { useDays, useText } from '#i18n';
import { ComboBox, Select, TextArea, TextField, TypedDateField, type Option } from '#ui';
import type { JsonValue } from '#shared/domain/json';
import { parseTypedDate, type Lean } from '#shared/domain/typed-date';
import { useTyped } from './use-typed';

/** What every editor of one value takes. `problem` says why what was typed cannot be kept. */
export type EditorProps = {
  readonly label: string;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined, problem?: string) => void;
  /** A choice was made: nothing more is to be typed. */
  readonly onChosen?: (value: JsonValue | undefined) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
};

const LINE = 500;
const PROSE = 20_000;

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

export function TextEditor({ isLong, ...props }: EditorProps & { readonly isLong: boolean }) {
  const { label, value, onChange, error, autoFocus } = props;
  const texts = {
    label,
    value: textOf(value),
    onChange: (text: string) => {
      onChange(text === '' ? undefined : text);
    },
    error,
    autoFocus,
  };
  return isLong ? (
    <TextArea {...texts} rows={3} longest={PROSE} />
  ) : (
    <TextField {...texts} longest={LINE} />
  );
}

const UNKNOWN = '';

type ChoiceProps = EditorProps & {
  readonly options: readonly Option[];
  /** Where what is kept is not the id of an option. */
  readonly kept?: {
    readonly of: (id: string) => JsonValue;
    readonly id: (value: JsonValue) => string;
  };
};

/** One of a few; not known is one of them. */
export function ChoiceEditor(props: ChoiceProps) {
  const { label, value, onChange, onChosen, error, options, kept } = props;
  const t = useText();
  const unknown = t('form.unknown');
  const shown =
    value === undefined || value === null ? undefined : (kept?.id(value) ?? textOf(value));
  return (
    <Select
      label={label}
      placeholder={unknown}
      error={error}
      options={[{ id: UNKNOWN, label: unknown }, ...options]}
      value={shown}
      onChange={(id) => {
        const next = id === UNKNOWN ? undefined : (kept?.of(id) ?? id);
        onChange(next);
        onChosen?.(next);
      }}
    />
  );
}

export function FlagEditor(props: EditorProps) {
  const t = useText();
  return (
    <ChoiceEditor
      {...props}
      options={[
        { id: 'yes', label: t('form.flag.yes') },
        { id: 'no', label: t('form.flag.no') },
      ]}
      kept={{ of: (id) => id === 'yes', id: (value) => (value === true ? 'yes' : 'no') }}
    />
  );
}

const WHOLE = /^-?\d{1,15}$/u;
const ARABIC_DIGITS = /[٠-٩۰-۹]/gu;

const latin = (text: string): string =>
  text.replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

export function IntegerEditor({ label, value, onChange, error, autoFocus }: EditorProps) {
  const t = useText();
  const [text, setText] = useTyped(value, typeof value === 'number' ? String(value) : '');
  const typed = latin(text).trim();
  const isWrong = typed !== '' && !WHOLE.test(typed);
  return (
    <TextField
      label={label}
      value={text}
      autoFocus={autoFocus}
      error={isWrong ? t('form.fault.number') : error}
      onChange={(next) => {
        const digits = latin(next).trim();
        const isRead = digits === '' || WHOLE.test(digits);
        const means = !isRead ? value : digits === '' ? undefined : Number(digits);
        setText(next, means);
        onChange(means, isRead ? undefined : t('form.fault.number'));
      }}
    />
  );
}

type DateValue = { readonly edtf: string; readonly zone?: string; readonly written?: string };

/** The EDTF of a date as it is kept; '' for none. */
export const edtfOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'edtf' in value ? String(value.edtf) : '';

type DateProps = EditorProps & {
  readonly today: string;
  /** Where a year that was not typed is looked for: behind, unless told. */
  readonly lean?: Lean;
};

export function DateEditor(props: DateProps) {
  const { label, value, onChange, error, today, lean = 'behind', autoFocus } = props;
  const t = useText();
  const days = useDays(today);
  const edtf = edtfOf(value);
  const [text, setText] = useTyped(value, edtf === '' ? '' : days.words(edtf));
  // The field says itself what is wrong with what was typed, and says it better.
  const isWrong = text !== '' && parseTypedDate(text, { today, lean }).kind === 'wrong';
  return (
    <TypedDateField
      label={label}
      today={today}
      lean={lean}
      text={text}
      error={isWrong ? undefined : error}
      autoFocus={autoFocus}
      onChange={(next, meaning) => {
        const zone = (value as DateValue | undefined)?.zone;
        const means =
          meaning.kind === 'wrong'
            ? value
            : meaning.kind === 'empty'
              ? undefined
              : { edtf: meaning.edtf, ...(zone === undefined ? {} : { zone }) };
        setText(next, means);
        onChange(means, meaning.kind === 'wrong' ? t('form.fault.date') : undefined);
      }}
    />
  );
}

const MOST_SHOWN = 50;

/** Text with suggestions of the jurisdiction: a label is shown, its code is kept. */
export function SuggestEditor(props: EditorProps & { readonly options: readonly Option[] }) {
  const { label, value, onChange, error, options, autoFocus } = props;
  const t = useText();
  const kept = textOf(value);
  const shown = options.find(({ id }) => id === kept)?.label ?? kept;
  const [text, setText] = useTyped(value, shown);
  const found = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
    const isHit = ({ id, label: name }: Option) =>
      words.every((word) => `${id} ${name}`.toLowerCase().includes(word));
    // What is on the list was chosen: the others are offered too. Words of one's own still search.
    const isChosen = options.some(({ label: name }) => name === text);
    return (isChosen ? options : options.filter(isHit)).slice(0, MOST_SHOWN);
  }, [options, text]);
  const take = (next: string): void => {
    const known = options.find(({ id, label: name }) => name === next || id === next);
    const means = next === '' ? undefined : (known?.id ?? next);
    setText(next, means);
    onChange(means);
  };
  return (
    <ComboBox
      label={label}
      error={error}
      hint={text !== '' && found.length === 0 ? t('form.suggest.none') : undefined}
      autoFocus={autoFocus}
      options={found}
      text={text}
      onText={take}
      onChoose={(id) => {
        take(options.find((option) => option.id === id)?.label ?? id);
      }}
    />
  );
}
