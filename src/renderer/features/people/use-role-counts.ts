import { useQuery } from '@tanstack/react-query';
import { rihai, value } from '#renderer/app/bridge';

/** How many people there are of each role that somebody has. */
export function useRoleCounts(): Readonly<Record<string, number>> {
  const { data } = useQuery({
    queryKey: ['people', 'facets'],
    queryFn: () => value(rihai.people.facets()),
  });
  return Object.fromEntries((data?.roles ?? []).map(({ value: role, count }) => [role, count]));
}
