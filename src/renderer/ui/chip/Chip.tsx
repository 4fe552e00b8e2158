import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import css from './Chip.module.css';

/** The only coloured grounds there are; each is an alarm or two values that differ. */
export type ChipTone = 'breach' | 'due' | 'met' | 'info' | 'conflict' | 'running' | 'unknown';

type Props = {
  readonly tone: ChipTone;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
};

/** A sign and its word. */
export function Chip({ tone, icon, children }: Props) {
  return (
    <span className={cx(css.chip, css[tone])}>
      <Icon of={icon} size="s" />
      <span className={css.word}>{children}</span>
    </span>
  );
}
