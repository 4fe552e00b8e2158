import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps,
  Focusable,
  TooltipTrigger,
} from 'react-aria-components';
import { useText } from '#i18n';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import { Kbd } from '../text/Kbd';
import css from './Button.module.css';
import { Tip } from './Tip';

export type ButtonKind = 'plain' | 'main' | 'quiet' | 'risk';

type Props = Pick<
  ButtonProps,
  'onPress' | 'type' | 'autoFocus' | 'form' | 'aria-expanded' | 'slot'
> & {
  readonly children: ReactNode;
  /** One `main` a view; `risk` for what cannot be undone. */
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  /** Shown after the word, for instance `Ctrl N`; the screen binds the keys. */
  readonly keys?: string;
  /** Work is under way: keeps focus, cannot be pressed twice. */
  readonly isPending?: boolean;
  /** Why it cannot be pressed now. It can still be reached, to read the reason. */
  readonly off?: string | undefined;
  /** Larger, for the lock screen and first start. */
  readonly isLarge?: boolean;
};

export function Button(props: Props) {
  const {
    children,
    kind = 'plain',
    icon,
    keys,
    isPending = false,
    off,
    isLarge = false,
    ...rest
  } = props;
  const t = useText();
  const inner = (
    <>
      {isPending ? (
        <span className={css.turning}>
          <Icon of={LoaderCircle} />
        </span>
      ) : (
        icon && <Icon of={icon} />
      )}
      {children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </>
  );
  const look = cx(css.button, css[kind], isLarge && css.large);
  if (off !== undefined)
    return (
      <TooltipTrigger delay={300}>
        <Focusable>
          <button type="button" aria-disabled className={cx(look, css.off)}>
            {inner}
          </button>
        </Focusable>
        <Tip>{off}</Tip>
      </TooltipTrigger>
    );
  return (
    <AriaButton {...rest} isPending={isPending} className={look}>
      {inner}
      {isPending && <span className={css.pending}>{t('ui.pending')}</span>}
    </AriaButton>
  );
}
