import { useText } from '#i18n';
import { useFieldWords } from '../forms';
import type { Filter } from '../parts/ListHead';
import { filterKeys, type CaseFilter, type FilterKey } from './filter';

/** The filters in force by their names, each to be taken away. */
export function useFilters(
  filter: CaseFilter,
  onFilter: (filter: CaseFilter) => void,
): readonly Filter[] {
  const t = useText();
  const words = useFieldWords();
  const labelOf = (key: FilterKey): string =>
    key === 'isWithoutNextDate'
      ? t('cases.withoutNextDate')
      : words.choice(filter[key] ?? '', 'case', key);
  return filterKeys(filter).map((key) => ({
    id: key,
    label: labelOf(key),
    onRemove: () => {
      onFilter({ ...filter, [key]: undefined });
    },
  }));
}
