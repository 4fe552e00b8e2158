import { Search } from 'lucide-react';
import { startTransition, useOptimistic } from 'react';
import { FieldError, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { Icon } from '../icon/Icon';
import { cx } from '../cx';
import css from './Field.module.css';

type Props = {
  /** Its name, spoken and shown while it is empty: `Narrow the list`. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why it is not looked for. */
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
};

/** Words that narrow the list beneath it; Escape empties it. */
export function SearchField({ label, value, onChange, error, autoFocus = false }: Props) {
  // A letter stands there at once; what it narrows takes longer to draw, and follows.
  const [shown, show] = useOptimistic(value);
  const type = (words: string): void => {
    startTransition(() => {
      show(words);
      onChange(words);
    });
  };
  return (
    <AriaSearchField
      aria-label={label}
      className={cx(css.field, css.search)}
      value={shown}
      onChange={type}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
    >
      <div className={css.box}>
        <Icon of={Search} size="s" />
        <Input
          className={css.input ?? ''}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          dir={shown === '' ? undefined : 'auto'}
        />
      </div>
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </AriaSearchField>
  );
}
