import { useCallback } from 'react';
import { ENGLISH, type MessageKey } from './messages';
import { useText } from './T';

const isKey = (key: string): key is MessageKey => Object.hasOwn(ENGLISH, key);

/**
 * What a fixed word of a record is called: `judicialRemand` is `judicial remand`; as it came
 * where it is none. `where` is `order.type`, for the few words that mean something else there.
 */
export function useWord(): (value: string | undefined, where?: string) => string {
  const t = useText();
  return useCallback(
    (value = '', where = '') => {
      const keys = [`choice.${where}.${value}`, `choice.${value}`, `word.${value}`];
      const key = keys.find(isKey);
      return key === undefined ? value : t(key);
    },
    [t],
  );
}
