import { useCallback } from 'react';
import { useText } from '#i18n';
import { isAct } from './acts';

/** What a row of the log tells, in a few words. */
export function useActWords(): (action: string) => string {
  const t = useText();
  return useCallback((action) => t(`act.${isAct(action) ? action : 'other'}`), [t]);
}
