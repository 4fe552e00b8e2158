import { useRef } from 'react';
import { useText } from '#i18n';
import { TextField } from '#ui';
import { groupState } from './digits';
import css from './Desks.module.css';

type Props = {
  readonly digits: readonly string[];
  readonly typed: readonly string[];
  readonly onChange: (typed: readonly string[]) => void;
};

/** Each group typed as it is read out, without seeing what the card says. A whole one leads on to the next. */
export function ReadGroups({ digits, typed, onChange }: Props) {
  const t = useText();
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const put = (index: number, text: string): void => {
    onChange(typed.map((one, at) => (at === index ? text : one)));
    if (groupState(text, digits[index] ?? '') === 'same') fields.current[index + 1]?.focus();
  };
  return (
    <div className={css.groups} dir="ltr">
      {digits.map((expected, at) => (
        <TextField
          key={at}
          label={t('desks.compare.group', { group: at + 1 })}
          value={typed[at] ?? ''}
          error={
            groupState(typed[at] ?? '', expected) === 'differs'
              ? t('desks.compare.group.differs')
              : undefined
          }
          inputRef={(element) => {
            fields.current[at] = element;
          }}
          onChange={(text) => {
            put(at, text);
          }}
        />
      ))}
    </div>
  );
}
