import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** An instant as the clock of this machine shows it: before a vault is open, no court's zone is known. */
export function useMachineMoment(): (atMs: number) => string {
  const intl = useIntl();
  return useCallback(
    (atMs) =>
      intl.formatDate(atMs, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    [intl],
  );
}
