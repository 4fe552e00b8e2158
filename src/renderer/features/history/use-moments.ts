import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { vaultQuery } from '#renderer/app/queries';

/** An instant in milliseconds as people at the courts read it: `28 Apr 2026, 16:40`. */
export function useMoments(): (atMs: number) => string {
  const intl = useIntl();
  const { data } = useQuery(vaultQuery);
  const zone = data?.zone;
  return useCallback(
    (atMs) =>
      intl.formatDate(atMs, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone: zone,
      }),
    [intl, zone],
  );
}
