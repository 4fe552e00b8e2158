import { useText } from '#i18n';
import { useFieldWords } from '../forms';
import type { CaseFilter, FilterKey } from './filter';

/** What a filter in force is called. */
export function useFilterNames(): (key: FilterKey, filter: CaseFilter) => string {
  const t = useText();
  const words = useFieldWords();
  return (key, filter) =>
    key === 'isWithoutNextDate'
      ? t('cases.withoutNextDate')
      : words.choice(filter[key] ?? '', 'case', key);
}
