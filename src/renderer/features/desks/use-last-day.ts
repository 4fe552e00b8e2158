import { useQuery } from '@tanstack/react-query';
import { useDays } from '#i18n';
import { vaultQuery } from '#renderer/app/queries';

const DAY_LENGTH = 10;

/** The day whose last moment a notice gives: days of notices end where the clocks of the world do, at UTC. */
export function useLastDay(): (lastTrustedMs: number) => string {
  const { data } = useQuery(vaultQuery);
  const days = useDays(data?.today ?? '');
  return (ms) => days.words(new Date(ms).toISOString().slice(0, DAY_LENGTH));
}
