import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { T, useDays, useText } from '#i18n';
import { Button, IconButton, SheetHead, TypedDateField } from '#ui';
import type { PrintLine } from '#shared/printing/messages';
import { useGo } from '#renderer/app/navigation';
import { useKey } from '../parts/use-key';
import { PrintButton } from '../print/PrintButton';
import css from './Today.module.css';

const DAY_MS = 86_400_000;
const ISO_DAY = 10;

const dayAfter = (day: string, step: number): string =>
  new Date(Date.parse(day) + step * DAY_MS).toISOString().slice(0, ISO_DAY);

type Props = {
  /** The day shown. */
  readonly day: string;
  /** Today at the courts. */
  readonly today: string;
  readonly hearings: number;
  readonly onDay: (day: string | undefined) => void;
  /** The list of the day on paper. */
  readonly lines: readonly PrintLine[];
};

/** Another day, as one types it; Enter goes there, Escape leaves. */
function OtherDay({
  today,
  onDay,
  onDone,
}: Pick<Props, 'today' | 'onDay'> & { onDone: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState<string>();
  return (
    <form
      className={css.other}
      onSubmit={(event) => {
        event.preventDefault();
        if (day === undefined) return;
        onDay(day);
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <TypedDateField
        autoFocus
        label={t('today.other.label')}
        hint={<T id="today.other.hint" />}
        today={today}
        text={typed}
        onChange={(text, meaning) => {
          setTyped(text);
          const isDay = meaning.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(meaning.edtf);
          setDay(isDay ? meaning.edtf : undefined);
        }}
      />
      <Button type="submit" off={day === undefined ? t('today.other.first') : undefined}>
        <T id="today.other.go" />
      </Button>
    </form>
  );
}

type StepProps = Pick<Props, 'day' | 'today' | 'onDay'> & {
  readonly isChoosing: boolean;
  readonly onChoosing: (isChoosing: boolean) => void;
};

/** A day back, a day on, today, any other. */
function Steps({ day, today, onDay, isChoosing, onChoosing }: StepProps) {
  const t = useText();
  return (
    <div className={css.steps}>
      <IconButton
        icon={ChevronLeft}
        isMirrored
        label={t('today.before')}
        onPress={() => {
          onDay(dayAfter(day, -1));
        }}
      />
      <IconButton
        icon={ChevronRight}
        isMirrored
        label={t('today.after')}
        onPress={() => {
          onDay(dayAfter(day, 1));
        }}
      />
      <IconButton
        icon={CalendarSearch}
        label={t('today.other')}
        aria-expanded={isChoosing}
        onPress={() => {
          onChoosing(!isChoosing);
        }}
      />
      {day !== today && (
        <Button
          onPress={() => {
            onDay(undefined);
          }}
        >
          <T id="today.back" />
        </Button>
      )}
    </div>
  );
}

/** Which day it is, and the way to others. */
export function DayHead({ day, today, hearings, onDay, lines }: Props) {
  const go = useGo();
  const days = useDays(today);
  const [isChoosing, setChoosing] = useState(false);
  const enter = (): void => {
    if (hearings > 0) go({ to: 'outcome', day });
  };
  useKey('o', enter);
  return (
    <SheetHead
      title={days.long(day)}
      note={<T id="today.hearings" values={{ count: hearings }} />}
      actions={
        <>
          <Steps
            day={day}
            today={today}
            onDay={onDay}
            isChoosing={isChoosing}
            onChoosing={setChoosing}
          />
          <PrintButton printable={{ what: 'day', lines }} />
          {hearings > 0 && (
            <Button kind="main" keys="O" onPress={enter}>
              <T id="today.outcomes" />
            </Button>
          )}
        </>
      }
    >
      {isChoosing && (
        <OtherDay
          today={today}
          onDay={onDay}
          onDone={() => {
            setChoosing(false);
          }}
        />
      )}
    </SheetHead>
  );
}
