import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { stateQuery } from './queries';

/** Where the window stands: no vault chosen, one that waits for its passphrase, or an open one. */
export type Stage = 'start' | 'locked' | 'unlocked';

/** State of the vault as its process tells it; the document carries the stage for styles and tests. */
export function useVaultState() {
  const { data, error } = useQuery(stateQuery);
  const stage: Stage | undefined =
    data === undefined
      ? undefined
      : data.isUnlocked
        ? 'unlocked'
        : data.chosen === undefined
          ? 'start'
          : 'locked';
  useEffect(() => {
    if (stage !== undefined) document.documentElement.dataset.stage = stage;
  }, [stage]);
  return { state: data, stage, error };
}
