import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type CommandItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Said at the end: where a person is, a case number, the keys of an action. */
  readonly end?: ReactNode;
  /** Said under the label: what the record is part of, its day. */
  readonly under?: ReactNode;
  /** Tab does something else with it than Enter. */
  readonly canAct?: boolean;
};

export type CommandGroup = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly CommandItem[];
};
