import { GitCompare, Info, PenLine } from 'lucide-react';
import { Name } from '#i18n';
import { Button, Chip, ClockChip, ClockPopover, ClockReasoning, Status, Tally, text } from '#ui';
import { nothing, useSample } from '../sample';
import { Stage } from '../Stage';

function Reasoning({ isFramed = false }: { readonly isFramed?: boolean }) {
  const s = useSample();
  return (
    <ClockReasoning
      isFramed={isFramed}
      title={s('Before a magistrate within 24 hours')}
      steps={[
        { text: s('Arrested 9 April 2026, 16:40'), source: s('arrest memo') },
        { text: s('24 hours, and 2 hours of road from Bagh') },
        { text: s('Due 10 April, 18:40') },
        { text: s('Produced 11 April, 11:10'), source: s('order sheet') },
      ]}
      sum={s('Breached by 16 h 30 m')}
      basis={s('Const. 10(2); CrPC 61. Text read, confidence high, 2025.')}
      actions={
        <>
          <Button icon={PenLine} onPress={nothing}>
            {s('Use in a petition')}
          </Button>
          <Button kind="quiet" onPress={nothing}>
            {s('Override')}
          </Button>
        </>
      }
    />
  );
}

export function Signs() {
  const s = useSample();
  return (
    <>
      <Stage title={s('Clock: the only coloured ground')}>
        <ClockChip state="breached">{s('5 days over')}</ClockChip>
        <ClockChip state="due">{s('in 2 days')}</ClockChip>
        <ClockChip state="running">{s('in 31 days')}</ClockChip>
        <ClockChip state="met">{s('met, 3 d to spare')}</ClockChip>
        <ClockChip state="unknown">{s('when arrested?')}</ClockChip>
        <ClockChip state="notApplicable">{s('does not apply')}</ClockChip>
        <ClockChip state="overridden">{s('overridden')}</ClockChip>
      </Stage>
      <Stage title={s('Its reasoning, on press and on the sheet')}>
        <ClockPopover
          state="breached"
          label={s('Before a magistrate within 24 hours')}
          reasoning={<Reasoning />}
        >
          {s('16 h 30 m over')}
        </ClockPopover>
        <Reasoning isFramed />
      </Stage>
      <Stage title={s('Status: word and sign, no ground')}>
        <Status sign="judicial">{s('judicial custody')}</Status>
        <Status sign="police">{s('police remand')}</Status>
        <Status sign="preventive">{s('preventive')}</Status>
        <Status sign="convicted">{s('convicted')}</Status>
        <Status sign="unacknowledged">{s('not acknowledged')}</Status>
        <Status sign="hospital">{s('hospital')}</Status>
        <Status sign="bail">{s('on bail')}</Status>
        <Status sign="released">{s('released')}</Status>
        <Status sign="unlocated">{s('not located')}</Status>
        <Status sign="privileged">{s('privileged')}</Status>
        <Status sign="team">{s('team')}</Status>
        <Status sign="partner">{s('partner')}</Status>
        <Status sign="public">{s('public')}</Status>
        <Status sign="seen" isQuiet>
          {s('seen 16 d ago')}
        </Status>
      </Stage>
      <Stage title={s('Other chips and the tally')}>
        <Chip tone="conflict" icon={GitCompare}>
          {s('2 values')}
        </Chip>
        <Chip tone="info" icon={Info}>
          {s('received from Sangam desk')}
        </Chip>
        <Tally count={7} label={s('7 hearings')} />
        <Tally count={23} label={s('23 hearings')} />
      </Stage>
      <Stage title={s('Desk and record')} isStacked>
        <p className={text.record}>{s('“Record not received.” 21 April')}</p>
        <p>
          <Name>Zafar Khayali</Name>{' '}
          <Name lang="ur" className={text.urdu}>
            ظفر خیالی
          </Name>{' '}
          (<Name>Spl. 17/2026</Name>)
        </p>
        <p lang="ur" dir="rtl" className={text.urdu}>
          ”تھانے سے ریکارڈ موصول نہیں ہوا۔“
        </p>
      </Stage>
    </>
  );
}
