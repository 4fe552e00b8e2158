import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Chip } from '../chip/Chip';
import float from '../popover/Float.module.css';
import { CLOCK_SIGNS, type ClockState } from './clock-signs';
import css from './Clock.module.css';

type Props = {
  readonly state: ClockState;
  /** `5 days over`, `in 2 days`; for an unknown one the fact to ask for: `when arrested?`. */
  readonly children: ReactNode;
};

/** A limit and where it stands. */
export function ClockChip({ state, children }: Props) {
  const { tone, icon } = CLOCK_SIGNS[state];
  return (
    <Chip tone={tone} icon={icon}>
      {children}
    </Chip>
  );
}

type OpenProps = Props & {
  /** Spoken name: whose clock, which limit. */
  readonly label: string;
  /** A ClockReasoning. */
  readonly reasoning: ReactNode;
};

/** The chip as a button that opens its reasoning. */
export function ClockPopover({ state, children, label, reasoning }: OpenProps) {
  return (
    <DialogTrigger>
      <Button className={css.press}>
        <ClockChip state={state}>{children}</ClockChip>
      </Button>
      <Popover className={float.float} offset={6} placement="bottom start">
        <Dialog aria-label={label} className={css.popover}>
          {reasoning}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
