import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#i18n';
import { ComboBox, type Option } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { rihai, value as valueOf } from '#renderer/app/bridge';
import type { EditorProps } from './editors';
import { useFieldWords } from './words';

const MOST_FOUND = 20;

type Props = EditorProps & {
  /** Kinds it may name; `*` is any. */
  readonly to: readonly string[];
  /** What the screen knows to be likely: shown first, and before anything is typed. */
  readonly offers?: readonly Option[] | undefined;
};

/** Label of a record that is named. */
function useLabel(id: string, offers: readonly Option[]): string {
  const offered = offers.find((option) => option.id === id)?.label;
  const { data } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => valueOf(rihai.records.get({ id: id as RecordId })),
    enabled: id !== '' && offered === undefined,
  });
  const words = useFieldWords();
  if (offered !== undefined) return offered;
  if (data === undefined) return '';
  return data.label === '' ? words.kind(data.kind) : words.choice(data.label);
}

type Found = {
  /** Undefined until something was looked for. */
  readonly found: readonly Option[] | undefined;
  readonly isSeeking: boolean;
};

/** What is found by the words. */
function useFound(text: string, to: readonly string[], isOn: boolean): Found {
  const words = useFieldWords();
  const kinds: readonly RecordKind[] = to.filter(isRecordKind);
  const input = { text, limit: MOST_FOUND, ...(kinds.length === 0 ? {} : { kinds: [...kinds] }) };
  const { data, isFetching } = useQuery({
    queryKey: ['search', 'query', input],
    queryFn: () => valueOf(rihai.search.query(input)),
    enabled: isOn && text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  if (text.trim() === '') return { found: undefined, isSeeking: false };
  const found = data?.groups.flatMap(({ kind, hits }) =>
    hits.map(({ id, label }) => ({
      id,
      label: label.text === '' ? words.kind(kind) : label.text,
      ...(kinds.length === 1 ? {} : { note: words.kind(kind) }),
    })),
  );
  return { found, isSeeking: isFetching };
}

/** Names another record: type a part of its name, take it from the list. */
export function RefEditor(props: Props) {
  const { label, value, onChange, onChosen, error, to, offers = [], autoFocus } = props;
  const t = useText();
  const id = typeof value === 'string' ? value : '';
  const name = useLabel(id, offers);
  const [typed, setTyped] = useState<{ readonly text: string; readonly id: string }>();
  const isTyping = typed?.id === id;
  const text = isTyping ? typed.text : name;
  const { found, isSeeking } = useFound(text, to, isTyping);
  const plain = text.trim().toLowerCase();
  const likely = offers.filter((option) => !isTyping || option.label.toLowerCase().includes(plain));
  const options = [
    ...likely,
    ...(found ?? []).filter((one) => !likely.some((two) => two.id === one.id)),
  ];
  const isNone = !isSeeking && found !== undefined && options.length === 0;
  return (
    <ComboBox
      label={label}
      error={error}
      autoFocus={autoFocus}
      hint={isNone ? t('form.search.none') : undefined}
      placeholder={t('form.search')}
      options={options}
      isSeeking={isSeeking}
      text={text}
      onText={(next) => {
        if (next === '') {
          setTyped({ text: '', id: '' });
          onChange(undefined);
          return;
        }
        setTyped({ text: next, id });
        const isNamed = next === name && id !== '';
        onChange(value, isNamed ? undefined : t('form.fault.reference'));
      }}
      onChoose={(chosen) => {
        setTyped({ text: options.find((one) => one.id === chosen)?.label ?? '', id: chosen });
        onChange(chosen);
        onChosen?.(chosen);
      }}
    />
  );
}
