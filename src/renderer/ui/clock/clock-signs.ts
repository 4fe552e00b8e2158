import {
  Check,
  CircleQuestionMark,
  Clock,
  Hourglass,
  Minus,
  Pencil,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ChipTone } from '../chip/Chip';

export type ClockState =
  'breached' | 'due' | 'running' | 'met' | 'unknown' | 'notApplicable' | 'overridden';

/** The sign and the ground of every state, the same wherever a clock is shown. */
export const CLOCK_SIGNS: Readonly<
  Record<ClockState, { readonly tone: ChipTone; readonly icon: LucideIcon }>
> = {
  breached: { tone: 'breach', icon: TriangleAlert },
  due: { tone: 'due', icon: Hourglass },
  running: { tone: 'running', icon: Clock },
  met: { tone: 'met', icon: Check },
  unknown: { tone: 'unknown', icon: CircleQuestionMark },
  notApplicable: { tone: 'running', icon: Minus },
  overridden: { tone: 'running', icon: Pencil },
};
