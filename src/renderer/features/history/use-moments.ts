import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { vaultQuery } from '#renderer/app/queries';

/** How an instant is written where it stands alone. */
export const MOMENT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** An instant in milliseconds as people at the courts read it: `28 Apr 2026, 16:40`. */
export function useMoments(): (atMs: number) => string {
  const intl = useIntl();
  const { data } = useQuery(vaultQuery);
  const zone = data?.zone;
  return useCallback((atMs) => intl.formatDate(atMs, { ...MOMENT, timeZone: zone }), [intl, zone]);
}

/** The same in two parts, for a narrow margin: the year only where it is not this one. */
export function useMomentParts(): (atMs: number) => {
  readonly day: string;
  readonly time: string;
} {
  const intl = useIntl();
  const { data } = useQuery(vaultQuery);
  const zone = data?.zone;
  const year = data?.today.slice(0, 4);
  return useCallback(
    (atMs) => {
      const shown = (options: Intl.DateTimeFormatOptions): string =>
        intl.formatDate(atMs, { ...options, timeZone: zone });
      const isThisYear = shown({ year: 'numeric' }) === year;
      return {
        day: shown({ day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) }),
        time: shown({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      };
    },
    [intl, zone, year],
  );
}
