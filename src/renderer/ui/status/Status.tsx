import {
  DoorOpen,
  EyeOff,
  FileLock,
  Globe,
  Handshake,
  History,
  Hospital,
  Lock,
  LockKeyhole,
  LockOpen,
  MapPinOff,
  Siren,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import css from './Status.module.css';

/** Where a person is, who may read a value, and how fresh a fact is: each with its own sign. */
const STATUS_SIGNS = {
  judicial: Lock,
  police: Siren,
  preventive: FileLock,
  convicted: LockKeyhole,
  unacknowledged: EyeOff,
  hospital: Hospital,
  bail: LockOpen,
  released: DoorOpen,
  unlocated: MapPinOff,
  privileged: LockKeyhole,
  team: Users,
  partner: Handshake,
  public: Globe,
  seen: History,
} as const satisfies Record<string, LucideIcon>;

export type StatusSign = keyof typeof STATUS_SIGNS;

type Props = {
  readonly sign: StatusSign;
  /** The word: a sign never stands alone. */
  readonly children: ReactNode;
  readonly isQuiet?: boolean;
};

/** A sign and a word without ground. */
export function Status({ sign, children, isQuiet = false }: Props) {
  return (
    <span className={cx(css.status, isQuiet && css.quiet)}>
      <Icon of={STATUS_SIGNS[sign]} size="s" />
      <span>{children}</span>
    </span>
  );
}
