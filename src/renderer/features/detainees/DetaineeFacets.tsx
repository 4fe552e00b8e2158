import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useText } from '#i18n';
import { Facets, type FacetGroup } from '#ui';
import { rihai, value } from '#renderer/app/bridge';
import { useFieldWords } from '../forms';
import { toggled, type DetaineeFilter } from './filter';

type Props = {
  readonly filter: DetaineeFilter;
  readonly onFilter: (filter: DetaineeFilter) => void;
};

/** What detainees can be narrowed to, with how many there are of each. */
export const DetaineeFacets = memo(function DetaineeFacets({ filter, onFilter }: Props) {
  const t = useText();
  const words = useFieldWords();
  const { data } = useQuery({
    queryKey: ['detainees', 'facets'],
    queryFn: () => value(rihai.detainees.facets()),
    placeholderData: keepPreviousData,
  });
  const groups: readonly FacetGroup[] =
    data === undefined
      ? []
      : [
          {
            id: 'isInside',
            label: t('detainees.facet.held'),
            values: [
              { id: 'true', label: t('detainees.inside'), count: data.inside },
              { id: 'false', label: t('detainees.outside'), count: data.outside },
            ],
          },
          {
            id: 'regime',
            label: t('field.regime'),
            values: data.regimes.map(({ value: id, count }) => ({
              id,
              label: words.choice(id, 'case', 'regime'),
              count,
            })),
          },
          {
            id: 'place',
            label: t('field.place'),
            values: data.places.map(({ value: id, count }) => ({ id, label: id, count })),
          },
        ].filter(({ values }) => values.length > 0);
  return (
    <Facets
      groups={groups}
      isChosen={(group, id) => group in filter && String(filter[group as 'place']) === id}
      onToggle={(group, id) => {
        onFilter(toggled(filter, group, id));
      }}
    />
  );
});
