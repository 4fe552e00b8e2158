import { useState } from 'react';
import { useText } from '#i18n';
import { MOST_SOUGHT } from '#shared/ipc/limits';

export type Sought = {
  /** As typed. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What the list is asked for: the last words that could be looked for; undefined for none. */
  readonly words: string | undefined;
  /** Why what is typed is not looked for. */
  readonly error: string | undefined;
};

const fits = (text: string): boolean => text.trim().length <= MOST_SOUGHT;

/** Words that narrow a list. Too many of them stay in the field, which says so, and the list stays as it was. */
export function useSought(): Sought {
  const t = useText();
  const [text, setText] = useState('');
  const [last, setLast] = useState('');
  const words = last.trim();
  return {
    text,
    setText: (typed) => {
      setText(typed);
      if (fits(typed)) setLast(typed);
    },
    words: words === '' ? undefined : words,
    error: fits(text) ? undefined : t('list.search.long', { most: MOST_SOUGHT }),
  };
}
