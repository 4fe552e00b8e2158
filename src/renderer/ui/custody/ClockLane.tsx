import { CLOCK_SIGNS } from '../clock/clock-signs';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import { labelSide, type Scale } from './custody-scale';
import css from './CustodyPicture.module.css';
import { Lane } from './Lane';
import type { CustodyClock } from './model';

const percent = (value: number): string => `${String(value)}%`;

/** A limit as a bracket from its start to its end; red beyond it, green where it was met. */
export function ClockLane({
  clock,
  scale,
}: {
  readonly clock: CustodyClock;
  readonly scale: Scale;
}) {
  const from = scale.at(clock.from);
  const due = scale.at(clock.due);
  const reached = clock.reached === undefined ? undefined : scale.at(clock.reached);
  const end = Math.max(due, reached ?? 0);
  const side = labelSide(from, end, clock.text.length);
  const span = (start: number, stop: number) => ({
    insetInlineStart: percent(start),
    insetInlineEnd: percent(100 - stop),
  });
  const where = {
    after: { insetInlineStart: percent(end) },
    before: { insetInlineEnd: percent(100 - from) },
    on: { insetInlineStart: percent(from) },
  }[side];
  return (
    <Lane label={<span title={clock.title}>{clock.label}</span>}>
      <i className={css.bracket} style={span(from, due)} />
      {clock.state === 'breached' && reached !== undefined && (
        <i className={css.overrun} style={span(due, reached)} />
      )}
      {clock.state === 'met' && reached !== undefined && (
        <i className={css.metBar} style={span(from, reached)} />
      )}
      <span className={cx(css.answer, css[clock.state])} style={where}>
        <Icon of={CLOCK_SIGNS[clock.state].icon} size="s" />
        {clock.text}
      </span>
    </Lane>
  );
}
