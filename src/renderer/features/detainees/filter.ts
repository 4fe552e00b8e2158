import { useText } from '#i18n';
import { useFieldWords } from '../forms';

/** What the list is narrowed to; one value of each. */
export type DetaineeFilter = {
  readonly isInside?: boolean | undefined;
  readonly regime?: string | undefined;
  readonly place?: string | undefined;
};

const KEYS = ['isInside', 'regime', 'place'] as const;
export type FilterKey = (typeof KEYS)[number];

/** The filters in force. */
export const filterKeys = (filter: DetaineeFilter): readonly FilterKey[] =>
  KEYS.filter((key) => filter[key] !== undefined);

/** Takes a value in or out. */
export function toggled(filter: DetaineeFilter, group: string, id: string): DetaineeFilter {
  const key = KEYS.find((known) => known === group);
  if (key === undefined) return filter;
  const value = key === 'isInside' ? id === 'true' : id;
  return { ...filter, [key]: filter[key] === value ? undefined : value };
}

/** What a filter in force is called. */
export function useFilterNames(): (key: FilterKey, filter: DetaineeFilter) => string {
  const t = useText();
  const words = useFieldWords();
  return (key, filter) => {
    if (key === 'isInside') return t(filter.isInside ? 'detainees.inside' : 'detainees.outside');
    if (key === 'regime') return words.choice(filter.regime ?? '', 'case', 'regime');
    return filter.place ?? '';
  };
}
