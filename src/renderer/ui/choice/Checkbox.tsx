import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
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
  const name = 'label' in props ? { 'aria-label': props.label } : {};
  return (
    <AriaCheckbox
      {...name}
      className={cx(css.line, 'label' in props && css.alone)}
      isSelected={props.isSelected}
      onChange={props.onChange}
      isIndeterminate={props.isIndeterminate ?? false}
      isDisabled={props.isDisabled ?? false}
    >
      <span className={css.box}>
        <Icon of={props.isIndeterminate ? Minus : Check} size="s" />
      </span>
      {'children' in props && <span>{props.children}</span>}
    </AriaCheckbox>
  );
}
