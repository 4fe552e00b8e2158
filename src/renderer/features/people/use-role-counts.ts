import { useQuery } from '@tanstack/react-query';
import { rihai, value } from '#renderer/app/bridge';

/** How many people there are of each role that somebody has; undefined until they are counted. */
export function useRoleCounts(): Readonly<Record<string, number>> | undefined {
  const { data } = useQuery({
    queryKey: ['people', 'facets'],
    queryFn: () => value(rihai.people.facets()),
  });
  return data && Object.fromEntries(data.roles.map(({ value: role, count }) => [role, count]));
}
