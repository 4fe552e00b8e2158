import { useState } from 'react';
import { useText } from '#i18n';
import { TextField } from '#ui';
import { groupsOf, readGroup } from './groups';
import css from './Secrets.module.css';

/** Groups typed back from a paper, and whether they are what stands on it; told at each key too. */
export function useTypedGroups(
  printed: string,
  asked: readonly number[],
  onRight: (areRight: boolean) => void = () => undefined,
) {
  const groups = groupsOf(printed);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const isRightIn = (of: typeof typed) => (at: number) => readGroup(of[at] ?? '') === groups[at];
  const isRight = isRightIn(typed);
  return {
    asked,
    typed,
    isRight,
    areRight: asked.every(isRight),
    type: (at: number, text: string): void => {
      const next = { ...typed, [at]: text };
      setTyped(next);
      onRight(asked.every(isRightIn(next)));
    },
  };
}

type Props = {
  readonly groups: ReturnType<typeof useTypedGroups>;
  /** Somebody wanted to go on: say what is wrong. */
  readonly isTried: boolean;
  readonly autoFocus?: boolean;
};

/** A field for each group that is asked. */
export function GroupFields({ groups, isTried, autoFocus = false }: Props) {
  const t = useText();
  const { asked, typed, isRight, type } = groups;
  return (
    <div className={css.typed}>
      {asked.map((at, index) => (
        <TextField
          key={at}
          autoFocus={autoFocus && index === 0}
          label={t('start.groups.label', { number: at + 1 })}
          value={typed[at] ?? ''}
          error={isTried && !isRight(at) ? t('start.groups.wrong') : undefined}
          onChange={(text) => {
            type(at, text);
          }}
        />
      ))}
    </div>
  );
}
