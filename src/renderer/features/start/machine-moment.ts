import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { MOMENT } from '../history/use-moments';

/** An instant as the clock of this machine shows it: before a vault is open, no court's zone is known. */
export function useMachineMoment(): (atMs: number) => string {
  const intl = useIntl();
  return useCallback((atMs) => intl.formatDate(atMs, MOMENT), [intl]);
}
