import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { T, useDays } from '#i18n';
import { Button, cx, EmptyState, Sheet, SheetHead, SheetRow, Split, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { useToday } from '../forms';
import { dayOf } from '../parts/days';
import { HearingLine } from './HearingLine';
import css from './Outcome.module.css';
import { OutcomeForm } from './OutcomeForm';
import type { DayHearing } from './parts';

const isOpen = ({ status = 'fixed' }: DayHearing): boolean => status === 'fixed';

/** The hearing to enter: the one chosen, else the first without an outcome. */
const activeOf = (
  hearings: readonly DayHearing[],
  chosen: RecordId | undefined,
): DayHearing | undefined =>
  hearings.find(({ id }) => id === chosen) ??
  (chosen === undefined ? hearings.find(isOpen) : undefined);

function Columns() {
  return (
    <div className={css.heads}>
      <SheetRow>
        <div className={cx(css.columns, text.quieter, text.small)}>
          <span className={css.headCase}>
            <T id="outcome.column.case" />
          </span>
          <span>
            <T id="outcome.column.what" />
          </span>
          <span>
            <T id="outcome.column.why" />
          </span>
          <span>
            <T id="outcome.column.next" />
          </span>
          <span>
            <T id="outcome.column.purpose" />
          </span>
        </div>
      </SheetRow>
    </div>
  );
}

type ListProps = {
  readonly hearings: readonly DayHearing[];
  readonly on: string;
  readonly today: string;
};

/** The hearings of the day, one of them being entered. */
function DayList({ hearings, on, today }: ListProps) {
  const [chosen, setChosen] = useState<RecordId>();
  const active = activeOf(hearings, chosen);
  return (
    <>
      <Columns />
      {hearings.map((hearing) =>
        hearing.id === active?.id ? (
          <OutcomeForm
            key={hearing.id}
            hearing={hearing}
            day={on}
            onSaved={() => {
              setChosen(undefined);
            }}
          />
        ) : (
          <HearingLine
            key={hearing.id}
            hearing={hearing}
            today={today}
            onChoose={() => {
              setChosen(hearing.id);
            }}
          />
        ),
      )}
      {active === undefined && (
        <SheetRow look="strong">
          <p role="status" className={text.quiet}>
            <T id="outcome.done" />
          </p>
        </SheetRow>
      )}
    </>
  );
}

type Props = {
  /** `YYYY-MM-DD`; today without one. */
  readonly day?: string | undefined;
};

/** After court: straight down the day's hearings, by keyboard alone, each saved in one action. */
export function OutcomeScreen({ day }: Props) {
  const go = useGo();
  const today = useToday();
  const on = day ?? today;
  const days = useDays(today);
  const input = { on };
  const { data, error } = useQuery({
    queryKey: ['today', 'read', input],
    queryFn: () => value(rihai.today.read(input)),
  });
  const hearings = data?.hearings.first.filter((hearing) => dayOf(hearing.on) === on) ?? [];
  const leave = (): void => {
    go({ to: 'today' });
  };
  const entered = hearings.filter((hearing) => !isOpen(hearing)).length;
  return (
    <Split>
      <Sheet>
        <SheetHead
          title={<T id="outcome.title" values={{ day: days.long(on) }} />}
          note={
            hearings.length > 0 && (
              <T id="outcome.count" values={{ entered, count: hearings.length }} />
            )
          }
          actions={
            <Button kind="quiet" onPress={leave}>
              <T id="outcome.leave" />
            </Button>
          }
        />
        {error !== null && <CodedError error={error} />}
        {hearings.length > 0 && <DayList hearings={hearings} on={on} today={today} />}
        {data !== undefined && hearings.length === 0 && (
          <SheetRow>
            <EmptyState
              title={<T id="outcome.none" />}
              action={
                <Button onPress={leave}>
                  <T id="outcome.toToday" />
                </Button>
              }
            >
              <T id="outcome.none.how" />
            </EmptyState>
          </SheetRow>
        )}
      </Sheet>
    </Split>
  );
}
