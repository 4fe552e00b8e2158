import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useDeferredValue, useState, type ComponentProps } from 'react';
import { T, useDays, useText } from '#i18n';
import { Button, EmptyState, Inspector, Sheet, SheetRow, SheetSection, Split, text } from '#ui';
import { rihai, value } from '#renderer/app/bridge';
import { useGo, useWhereabouts } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { NewDetainee } from '../detainees/DetaineesScreen';
import { ClockRows } from './ClockRows';
import { useDayLines } from './day-lines';
import { DayHead } from './DayHead';
import { HearingRow } from './HearingRow';
import type { Today } from './model';
import { NotReady } from './NotReady';
import css from './Today.module.css';
import { Waiting } from './Waiting';

function useInfo() {
  const { data } = useQuery({
    queryKey: ['vault', 'info'],
    queryFn: () => value(rihai.vault.info()),
  });
  return data;
}

/** Nothing is on file: the first step. */
function FirstStep() {
  const go = useGo();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={css.empty}>
      <EmptyState
        title={<T id="today.empty" />}
        action={
          <Button
            kind="main"
            icon={UserPlus}
            onPress={() => {
              setAdding(true);
            }}
          >
            <T id="detainees.add" />
          </Button>
        }
      >
        <T id="today.empty.how" />
      </EmptyState>
      <NewDetainee
        isOpen={isAdding}
        onClose={() => {
          setAdding(false);
        }}
        onMade={(id) => {
          go({ to: 'detainee', id });
        }}
      />
    </div>
  );
}

type HeadProps = Omit<ComponentProps<typeof DayHead>, 'lines'> & { readonly read: Today };

const PrintedDayHead = ({ read, ...head }: HeadProps) => (
  <DayHead {...head} lines={useDayLines(read, head.today)} />
);

/** Rows that fill the tallest window: the first frame waits for no more. */
const FIRST_FRAME = 20;

/** Hearings of the day and of the day after. */
function Hearings({ read, today }: { readonly read: Today; readonly today: string }) {
  const days = useDays(read.today);
  const { first, total } = read.hearings;
  const drawn = useDeferredValue(first, first.slice(0, FIRST_FRAME));
  const now = drawn.filter(({ on }) => on.startsWith(read.today));
  const next = drawn.filter(({ on }) => !on.startsWith(read.today));
  return (
    <>
      {now.length === 0 && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="today.noHearing" />
          </span>
        </SheetRow>
      )}
      {now.map((hearing) => (
        <HearingRow key={hearing.id} hearing={hearing} today={today} />
      ))}
      <SheetRow look="strong">
        <h2 className={css.tomorrow}>
          <T id={read.today === today ? 'today.tomorrow' : 'today.dayAfter'} />{' '}
          <span className={text.quiet}>{days.long(read.tomorrow)}</span>
        </h2>
      </SheetRow>
      {next.length === 0 && drawn.length === first.length && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="today.noHearing" />
          </span>
        </SheetRow>
      )}
      {next.map((hearing) => (
        <HearingRow key={hearing.id} hearing={hearing} today={today} />
      ))}
      {total > first.length && (
        <SheetSection
          title={<T id="today.hearings.more" values={{ count: total - first.length }} />}
        />
      )}
    </>
  );
}

/** What cannot wait: the courts of today and tomorrow, limits that run out, what was left undone. */
export function TodayScreen() {
  const t = useText();
  const go = useGo();
  const info = useInfo();
  const { day } = useWhereabouts();
  const on = day === info?.today ? undefined : day;
  const { data: read, error } = useQuery({
    queryKey: ['today', 'read', { on }],
    queryFn: () => value(rihai.today.read(on === undefined ? {} : { on })),
    placeholderData: keepPreviousData,
  });
  const isBare = info?.records.every(({ records }) => records === 0) === true;
  if (error !== null) return <CodedError error={error} />;
  if (read === undefined || info === undefined) return <Sheet>{null}</Sheet>;
  return (
    <Split
      end={
        isBare ? undefined : (
          <Inspector label={t('today.aside')}>
            <ClockRows read={read} on={on} />
            <Waiting read={read} />
            {info.sampleDay === undefined && <NotReady />}
          </Inspector>
        )
      }
    >
      <Sheet>
        <PrintedDayHead
          read={read}
          day={read.today}
          today={info.today}
          hearings={read.hearings.first.filter((one) => one.on.startsWith(read.today)).length}
          onDay={(next) => {
            go({ to: 'today', day: next });
          }}
        />
        {isBare ? <FirstStep /> : <Hearings read={read} today={info.today} />}
      </Sheet>
    </Split>
  );
}
