import { useCallback } from 'react';
import { useText } from '#i18n';
import { useFieldWords } from '../forms/words';

export type LabelOf = (kind: string, label: string) => string;

/** What a record is called in a list: a claim by the field it speaks of, one without a label as such. */
export function useLabel(): LabelOf {
  const t = useText();
  const words = useFieldWords();
  return useCallback(
    (kind, label) => {
      if (label === '') return t('record.unnamed');
      // A claim keeps the name of a field; most of those are fields of a person.
      return kind === 'claim' ? words.field('person', label) : label;
    },
    [t, words],
  );
}
