import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import css from './Choice.module.css';
import type { Option } from './Select';

type Props<K extends string> = {
  /** Spoken name of the group. */
  readonly label: string;
  readonly options: readonly Option<K>[];
  readonly value: K;
  readonly onChange: (value: K) => void;
};

/** Two to four ways to see the same thing. */
export function Segmented<K extends string>({ label, options, value, onChange }: Props<K>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={css.segments ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map(({ id, label: text }) => (
        <ToggleButton key={id} id={id} className={css.segment ?? ''}>
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
