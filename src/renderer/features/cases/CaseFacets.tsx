import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useText } from '#i18n';
import { Facets, type FacetGroup } from '#ui';
import { rihai, value } from '#renderer/app/bridge';
import { useFieldWords } from '../forms';
import { isFilterKey, type CaseFilter } from './filter';

type Props = {
  readonly filter: CaseFilter;
  readonly onFilter: (filter: CaseFilter) => void;
};

type Counted = readonly { readonly value: string; readonly count: number }[];

/** What cases can be narrowed to, with how many there are of each. */
export const CaseFacets = memo(function CaseFacets({ filter, onFilter }: Props) {
  const t = useText();
  const words = useFieldWords();
  const { data } = useQuery({
    queryKey: ['cases', 'facets'],
    queryFn: () => value(rihai.cases.facets()),
  });
  const group = (id: 'status' | 'regime' | 'stage', values: Counted): FacetGroup => ({
    id,
    label: t(`field.${id}`),
    values: values.map(({ value: one, count }) => ({
      id: one,
      label: words.choice(one, 'case', id),
      count,
    })),
  });
  const groups: readonly FacetGroup[] =
    data === undefined
      ? []
      : [
          {
            id: 'isWithoutNextDate',
            label: t('cases.nextDate.facet'),
            values:
              data.withoutNextDate === 0
                ? []
                : [{ id: 'true', label: t('cases.withoutNextDate'), count: data.withoutNextDate }],
          },
          group('status', data.statuses),
          group('regime', data.regimes),
          group('stage', data.stages),
        ].filter(({ values }) => values.length > 0);
  return (
    <Facets
      groups={groups}
      isChosen={(key, one) => isFilterKey(key) && String(filter[key]) === one}
      onToggle={(key, one) => {
        if (!isFilterKey(key)) return;
        const next = key === 'isWithoutNextDate' ? true : one;
        onFilter({ ...filter, [key]: filter[key] === next ? undefined : next });
      }}
    />
  );
});
