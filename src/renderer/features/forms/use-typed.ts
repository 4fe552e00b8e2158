import { useState } from 'react';
import type { JsonValue } from '#shared/domain/json';
import { isSame } from './model';

/**
 * Text of a field whose value is not a text: stays as typed for as long as the value is
 * the one that was typed, and gives way to one that comes from elsewhere (an undo).
 */
export function useTyped(
  value: JsonValue | undefined,
  shown: string,
): readonly [string, (text: string, means: JsonValue | undefined) => void] {
  const [typed, setTyped] = useState<{
    readonly text: string;
    readonly means: JsonValue | undefined;
  }>();
  const isOwn = typed !== undefined && isSame(typed.means, value);
  return [
    isOwn ? typed.text : shown,
    (text, means) => {
      setTyped({ text, means });
    },
  ];
}
