import { useCallback } from 'react';
import { ENGLISH, type MessageKey } from './messages';
import { useText } from './T';

const isKey = (key: string): key is MessageKey => Object.hasOwn(ENGLISH, key);

/** What a fixed word of a record is called: `judicialRemand` is `judicial remand`; as it came where it is none. */
export function useWord(): (value: string | undefined) => string {
  const t = useText();
  return useCallback(
    (value = '') => {
      const key = `word.${value}`;
      return isKey(key) ? t(key) : value;
    },
    [t],
  );
}
