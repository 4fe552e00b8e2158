import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { ClockPopover, ClockReasoning } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { stateOf } from './ClockDue';
import { dueOf, dueWords, limitsOf, type Due } from './due';
import type { ClockRead } from './clock-read';
import css from './ClockWhy.module.css';

type WhyProps = {
  readonly clock: ClockRead;
  readonly today: string;
  /** Buttons: what can be done about it. */
  readonly actions?: ReactNode;
  readonly isFramed?: boolean;
  /** Off where a heading above says which clock it is. */
  readonly isTitled?: boolean;
};

function Sum({ clock, today }: { readonly clock: ClockRead; readonly today: string }) {
  const days = useDays(today);
  const { earliest, latest } = clock.dueAt;
  if (earliest === undefined) return <T id="clock.noLimit" />;
  const [from, until] = limitsOf(earliest, latest).map(({ at, isEnd }) => {
    const day = <bdi>{days.words(at)}</bdi>;
    return isEnd ? <T id="clock.endOf" values={{ day }} /> : day;
  });
  if (until === undefined) return <T id="clock.limit" values={{ at: from }} />;
  return <T id="clock.limits" values={{ from, until }} />;
}

/** How a clock came to its answer, by which rule, how sure that is, and what can be done. */
export function ClockWhy({ clock, today, actions, isFramed = false, isTitled = true }: WhyProps) {
  const { label, lines, rule, basis, confidence, asOf, consequence, remedy, override } = clock;
  return (
    <ClockReasoning
      title={isTitled ? <Name>{label}</Name> : undefined}
      steps={lines.map((text) => ({ text: <bdi>{text}</bdi> }))}
      sum={<Sum clock={clock} today={today} />}
      isFramed={isFramed}
      basis={
        <span className={css.basis}>
          {override !== undefined && (
            <span>
              <T
                id="clock.overridden"
                values={{ by: <Name>{override.by}</Name>, reason: <Name>{override.reason}</Name> }}
              />
            </span>
          )}
          {consequence !== '' && <bdi>{consequence}</bdi>}
          {remedy !== '' && <bdi>{remedy}</bdi>}
          <span>
            <T
              id="clock.basis"
              values={{ rule: <bdi>{rule}</bdi>, basis: <bdi>{basis}</bdi>, confidence, asOf }}
            />
          </span>
        </span>
      }
      actions={actions}
    />
  );
}

type OpenProps = WhyProps & {
  /** In place of where it stands: `3 breached`. */
  readonly children?: ReactNode;
};

/** Where a clock stands, as a button that opens its reasoning. */
export function OpenClock({ clock, today, actions, children }: OpenProps) {
  const t = useText();
  const due = dueOf(clock);
  return (
    <ClockPopover
      state={clock.override === undefined ? stateOf(due, today) : 'overridden'}
      label={`${clock.personLabel}: ${clock.label}`}
      reasoning={<ClockWhy clock={clock} today={today} actions={actions} />}
    >
      {children ?? dueWords(due, today, t)}
    </ClockPopover>
  );
}

type FoundProps = Due & {
  readonly rule: string;
  /** The hold or order it runs over. */
  readonly cause: RecordId;
  readonly person: RecordId;
  readonly label: string;
  readonly today: string;
  /** Day of which the state is told. */
  readonly on?: string | undefined;
};

const MOST = 100;

/** The same for a clock of which only rule and cause are known: its reasoning is read when it is opened. */
export function FoundClock({ rule, cause, person, label, today, on, ...due }: FoundProps) {
  const t = useText();
  return (
    <ClockPopover
      state={stateOf(due, today)}
      label={label}
      reasoning={<Found rule={rule} cause={cause} person={person} today={today} on={on} />}
    >
      {dueWords(due, today, t)}
    </ClockPopover>
  );
}

type ReadProps = Pick<FoundProps, 'rule' | 'cause' | 'person' | 'today' | 'on'>;

function Found({ rule, cause, person, today, on }: ReadProps) {
  const input = { about: cause, limit: MOST, offset: 0, ...(on === undefined ? {} : { on }) };
  const { data, error } = useQuery({
    queryKey: ['clocks', 'list', input],
    queryFn: () => value(rihai.clocks.list(input)),
  });
  if (error !== null) return <CodedError error={error} />;
  const ofRule = data?.filter((clock) => clock.rule === rule) ?? [];
  const clock = ofRule.find((one) => one.person === person) ?? ofRule[0];
  return clock === undefined ? null : <ClockWhy clock={clock} today={today} />;
}
