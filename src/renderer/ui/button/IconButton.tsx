import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps, TooltipTrigger } from 'react-aria-components';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import { steady } from '../steady';
import { Kbd } from '../text/Kbd';
import css from './Button.module.css';
import { Tip } from './Tip';

type Props = Pick<ButtonProps, 'onPress' | 'isDisabled' | 'aria-expanded' | 'slot'> & {
  readonly icon: LucideIcon;
  /** Its name, for the tooltip and for screen readers. */
  readonly label: string;
  readonly keys?: string;
  readonly isMirrored?: boolean;
  readonly kind?: 'plain' | 'quiet';
};

/** A sign whose word shows on hover and focus. Use a Button where there is room for the word. */
export const IconButton = steady(function IconButton({
  icon,
  label,
  keys,
  isMirrored = false,
  kind = 'quiet',
  ...rest
}: Props) {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton {...rest} aria-label={label} className={cx(css.button, css.square, css[kind])}>
        <Icon of={icon} isMirrored={isMirrored} />
      </AriaButton>
      <Tip>
        {label} {keys !== undefined && <Kbd>{keys}</Kbd>}
      </Tip>
    </TooltipTrigger>
  );
});
