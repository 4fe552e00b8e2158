import { Printer, Route } from 'lucide-react';
import { Name } from '#i18n';
import {
  Button,
  Chip,
  ClockChip,
  HearingChain,
  Inspector,
  InspectorRow,
  InspectorSection,
  Sheet,
  SheetHead,
  SheetRow,
  SheetSection,
  Split,
  text,
} from '#ui';
import gallery from '../Gallery.module.css';
import { nothing, useSample } from '../sample';
import { FrameWith } from './Whole';

type Hearing = {
  readonly at: string;
  readonly who: string;
  readonly number: string;
  readonly where: string;
  readonly ask: string;
  readonly last: string;
  readonly clash?: string;
};

const HEARINGS: readonly Hearing[] = [
  {
    at: '09:00',
    who: 'Zafar Khayali',
    number: 'Spl. 17/2026',
    where: 'ATC Naubahar, room 2',
    ask: 'Bail after arrest, s. 497: arguments',
    last: '“Record not received from the police station. SHO to appear with it in person.”',
  },
  {
    at: '10:30',
    who: 'Sher Dil Qissago',
    number: 'Crl. Misc. 212-B/2026',
    where: 'Sessions, Sangam',
    ask: 'Bail before arrest, s. 498: confirmation',
    last: '“State seeks time. Interim bail to continue till the next date.”',
    clash: 'R. Hikayat is in Naubahar at 09:00; Sangam is two hours away',
  },
];

function HearingRow({ hearing }: { readonly hearing: Hearing }) {
  const s = useSample();
  return (
    <SheetRow margin={<span className={gallery.hour}>{hearing.at}</span>}>
      <div className={gallery.hearing}>
        <Name className={text.name}>{hearing.who}</Name>
        <Name className={text.quiet}>{hearing.number}</Name>
        <span className={`${text.push ?? ''} ${text.quiet ?? ''}`}>{s(hearing.where)}</span>
      </div>
      <p>{s(hearing.ask)}</p>
      <p className={`${text.record ?? ''} ${text.quiet ?? ''}`}>{s(hearing.last)}</p>
      {hearing.clash !== undefined && (
        <Chip tone="due" icon={Route}>
          {s(hearing.clash)}
        </Chip>
      )}
    </SheetRow>
  );
}

export function Day() {
  const s = useSample();
  return (
    <FrameWith current="today">
      <Split
        end={
          <Inspector label={s('What runs out')}>
            <InspectorSection title={s('Clocks')} end={s('all 23')}>
              <InspectorRow
                isName
                onPress={nothing}
                end={<ClockChip state="breached">{s('5 days over')}</ClockChip>}
                note={s('Police report, s. 173, 14 days from FIR')}
              >
                <Name>Zafar Khayali</Name>
              </InspectorRow>
              <InspectorRow
                isName
                onPress={nothing}
                end={<ClockChip state="due">{s('tomorrow')}</ClockChip>}
                note={s('MPO order, 30 days, no extension seen')}
              >
                <Name>Karim Farzi</Name>
              </InspectorRow>
              <InspectorRow
                isName
                onPress={nothing}
                end={<ClockChip state="running">{s('in 12 days')}</ClockChip>}
                note={s('Bail by delay, woman, 6 months, s. 497(1)')}
              >
                <Name>Shamim Misali</Name>
              </InspectorRow>
            </InspectorSection>
            <InspectorSection title={s('No next date')} count={3}>
              <InspectorRow isName onPress={nothing} end={s('since 9 Apr')}>
                <Name>Latif Hikayati</Name>
              </InspectorRow>
            </InspectorSection>
          </Inspector>
        }
      >
        <Sheet>
          <SheetHead
            title={s('Tuesday 28 April')}
            note={s('4 hearings in 2 towns')}
            actions={
              <>
                <Button icon={Printer} onPress={nothing}>
                  {s('Print the day')}
                </Button>
                <Button kind="main" keys="O" onPress={nothing}>
                  {s('Enter outcomes')}
                </Button>
              </>
            }
          />
          {HEARINGS.map((hearing) => (
            <HearingRow key={hearing.who} hearing={hearing} />
          ))}
          <SheetSection title={s('Tomorrow')} note={s('Wednesday 29 April')} />
          <SheetRow margin="09:00" look="active">
            <Name className={text.name}>Rehana Kahani</Name>
          </SheetRow>
          <SheetRow margin="Thu 30">{s('3 hearings')}</SheetRow>
          <SheetSection title={s('Hearings')} note={s('15, of which 8 adjourned')} />
          <HearingChain
            hearings={[
              {
                id: '1',
                kind: 'held',
                on: '17 Mar',
                onNote: '2026',
                purpose: 'PW-1',
                outcome: s('examined in chief'),
                note: s('cross-examination reserved for next date'),
              },
              {
                id: '2',
                kind: 'adjourned',
                on: '31 Mar',
                purpose: s('PW-1 cross'),
                outcome: s('adjourned'),
                note: s('judge on leave, court, 14 days lost'),
              },
              {
                id: '3',
                kind: 'next',
                on: '5 May',
                onNote: s('in 7 days'),
                purpose: s('PW-1 cross'),
                outcome: s('next date'),
                note: s('M. Tasavvur goes; bring the site plan'),
              },
            ]}
          />
        </Sheet>
      </Split>
    </FrameWith>
  );
}
