import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import css from './Choice.module.css';

type Props = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Some of what it stands for are chosen. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
} & ({ readonly children: ReactNode } | { readonly label: string });

/** A yes or no. With `label` instead of children its name is only spoken (in table rows). */
export function Checkbox(props: Props) {
  const { isSelected, onChange, isIndeterminate = false, isDisabled = false } = props;
  const isAlone = 'label' in props;
  return (
    <CheckboxField
      {...(isAlone && { 'aria-label': props.label })}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
    >
      <CheckboxButton className={cx(css.line, isAlone && css.alone)}>
        <span className={css.box}>
          <Icon of={isIndeterminate ? Minus : Check} size="s" />
        </span>
        {!isAlone && <span>{props.children}</span>}
      </CheckboxButton>
    </CheckboxField>
  );
}
