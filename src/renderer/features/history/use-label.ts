import { useCallback } from 'react';
import { isRecordKind } from '#shared/domain/kinds';
import { useText } from '#i18n';
import { useFieldWords } from '../forms/words';

export type LabelOf = (kind: string, label: string) => string;

/** Kinds that are called by a word of a choice where they have no better name, and its field. */
const CALLED_BY: Readonly<Record<string, string>> = {
  custodyEvent: 'type',
  hold: 'type',
  link: 'role',
  order: 'type',
  placement: 'type',
  proceeding: 'type',
};

/** What a record is called in a list: a claim by the field it speaks of, one without a label as such. */
export function useLabel(): LabelOf {
  const t = useText();
  const words = useFieldWords();
  return useCallback(
    (kind, label) => {
      if (label === '') return t('record.unnamed');
      // A claim keeps the name of a field; most of those are fields of a person.
      if (kind === 'claim') return words.field('person', label.split('/')[0] ?? label);
      if (kind === 'appearance')
        return `${words.field(kind, 'produced')}: ${words.choice(label, kind, 'produced')}`;
      const field = CALLED_BY[kind];
      return field === undefined || !isRecordKind(kind) ? label : words.choice(label, kind, field);
    },
    [t, words],
  );
}
