import { useState } from 'react';
import { Name, T } from '#i18n';
import { Button, InspectorRow, InspectorSection } from '#ui';
import { usePack } from '../forms';
import { FoundClock } from '../parts/ClockWhy';
import { GoLink } from '../parts/GoLink';
import type { Today, TodayClock } from './model';

const FEW_PAST = 4;
const FEW_NEXT = 6;

type RowProps = {
  readonly clock: TodayClock;
  readonly today: string;
  readonly on: string | undefined;
  readonly rule: string;
};

function ClockRow({ clock, today, on, rule }: RowProps) {
  const { people, person, personLabel, cause, causeLabel, due, latest, state } = clock;
  return (
    <InspectorRow
      isName
      end={
        <FoundClock
          rule={clock.rule}
          state={state}
          due={due}
          latest={latest}
          cause={cause}
          person={person}
          label={`${personLabel}: ${rule}`}
          today={today}
          on={on}
        />
      }
      note={<Name>{people > 1 && causeLabel !== '' ? `${rule} · ${causeLabel}` : rule}</Name>}
    >
      <GoLink to={{ to: 'detainee', id: person, tab: 'clocks' }}>
        {people > 1 ? (
          <T id="today.people" values={{ name: <Name>{personLabel}</Name>, count: people - 1 }} />
        ) : (
          <Name>{personLabel}</Name>
        )}
      </GoLink>
    </InspectorRow>
  );
}

type Props = { readonly read: Today; readonly on: string | undefined };

/** Limits that passed, the latest first, then those to come, the first to run out first. */
export function ClockRows({ read, on }: Props) {
  const pack = usePack();
  const [isWhole, setWhole] = useState(false);
  const { clocksPast, clocksNext, today } = read;
  const rules = new Map(pack?.rules.map(({ code, label }) => [code, label]));
  const past = clocksPast.first.slice(0, isWhole ? undefined : FEW_PAST);
  const next = clocksNext.slice(0, isWhole ? undefined : FEW_NEXT);
  const total = clocksPast.total + clocksNext.length;
  if (total === 0) return null;
  return (
    <InspectorSection
      title={<T id="today.clocks" />}
      end={
        past.length + next.length < clocksPast.first.length + clocksNext.length || isWhole ? (
          <Button
            kind="quiet"
            aria-expanded={isWhole}
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            <T id={isWhole ? 'today.clocks.fewer' : 'today.clocks.all'} values={{ count: total }} />
          </Button>
        ) : (
          <T id="today.clocks.count" values={{ count: total }} />
        )
      }
    >
      {[...past, ...next].map((clock) => (
        <ClockRow
          key={`${clock.rule} ${clock.cause} ${clock.person} ${clock.due}`}
          clock={clock}
          today={today}
          on={on}
          rule={rules.get(clock.rule) ?? clock.rule}
        />
      ))}
    </InspectorSection>
  );
}
