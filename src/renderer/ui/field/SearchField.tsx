import { Search } from 'lucide-react';
import { Input, SearchField as AriaSearchField } from 'react-aria-components';
import { Icon } from '../icon/Icon';
import { cx } from '../cx';
import css from './Field.module.css';

type Props = {
  /** Its name, spoken and shown while it is empty: `Narrow the list`. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
};

/** Words that narrow the list beneath it; Escape empties it. */
export function SearchField({ label, value, onChange, autoFocus = false }: Props) {
  return (
    <AriaSearchField
      aria-label={label}
      className={cx(css.field, css.search)}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
    >
      <div className={css.box}>
        <Icon of={Search} size="s" />
        <Input
          className={css.input ?? ''}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          dir={value === '' ? undefined : 'auto'}
        />
      </div>
    </AriaSearchField>
  );
}
