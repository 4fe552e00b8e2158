import { useQuery } from '@tanstack/react-query';
import { rihai, value } from '#renderer/app/bridge';

/** The day `YYYY-MM-DD` it is at the courts; '' until it is known. */
export function useToday(): string {
  const { data } = useQuery({
    queryKey: ['vault', 'info'],
    queryFn: () => value(rihai.vault.info()),
  });
  return data?.today ?? '';
}
