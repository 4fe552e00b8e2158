import { PenLine, Plus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Name } from '#i18n';
import {
  Button,
  ClockChip,
  CustodyPicture,
  FactStrip,
  Inspector,
  InspectorRow,
  InspectorSection,
  Sheet,
  SheetHead,
  Split,
  Status,
  Tabs,
  text,
  UndoBar,
} from '#ui';
import { custodyOf } from '../custody';
import gallery from '../Gallery.module.css';
import { nothing, useSample } from '../sample';
import { FrameWith } from './Whole';

function Facts() {
  const s = useSample();
  return (
    <FactStrip
      facts={[
        {
          id: 'status',
          label: s('Status'),
          value: s('In judicial custody'),
          note: s('since 23 April'),
        },
        {
          id: 'place',
          label: s('Place'),
          value: s('District Jail Sangam'),
          note: s('seen 25 April, jail visit'),
        },
        { id: 'held', label: s('Held'), value: s('21 days'), note: s('19 on paper') },
        { id: 'next', label: s('Next date'), value: s('Today 09:00'), note: s('ATC Naubahar') },
        {
          id: 'clocks',
          label: s('Clocks'),
          value: <ClockChip state="breached">{s('3 breached')}</ClockChip>,
          note: s('1 running, 1 met'),
        },
      ]}
    />
  );
}

function Side() {
  const s = useSample();
  return (
    <Inspector label={s('At a glance')}>
      <InspectorSection
        title={s('Needs')}
        end={
          <Status sign="privileged" isQuiet>
            {s('privileged')}
          </Status>
        }
      >
        <InspectorRow end={s('3 days old')} note={s('Given on 25 April, says the jail doctor.')}>
          {s('Insulin, twice a day')}
        </InspectorRow>
      </InspectorSection>
      <InspectorSection title={s('Cases')} count={2}>
        <InspectorRow
          end={s('remand')}
          note={<Name>FIR 41/2026, ATA 7, PPC 147/149, 353</Name>}
          onPress={nothing}
        >
          <Name>Spl. 17/2026</Name>
        </InspectorRow>
        <InspectorRow end={s('set aside')} note={s('Held 30 days in June 2025')} onPress={nothing}>
          <Name>MPO 3, 2025</Name>
        </InspectorRow>
      </InspectorSection>
      <InspectorSection title={s('Clocks')} end={s('all 23')}>
        <InspectorRow
          isName
          end={<ClockChip state="due">{s('tomorrow')}</ClockChip>}
          note={s('Remand order lapses')}
        >
          {s('This order')}
        </InspectorRow>
      </InspectorSection>
    </Inspector>
  );
}

export function Person() {
  const s = useSample();
  const [tab, setTab] = useState('custody');
  const [isSaved, setSaved] = useState(true);
  return (
    <FrameWith
      current="detainees"
      notices={
        isSaved && (
          <UndoBar
            onUndo={() => {
              setSaved(false);
            }}
            onDone={nothing}
          >
            {s('Next date set: Tue 12 May')}
          </UndoBar>
        )
      }
    >
      <Split end={<Side />} endSize="small">
        <Sheet>
          <SheetHead
            margin={
              <span className={gallery.face}>
                <UserRound size="3.75rem" strokeWidth={1} fill="currentColor" aria-hidden />
              </span>
            }
            title={
              <span className={gallery.person}>
                <Name>Zafar Khayali</Name> <Name lang="ur">ظفر خیالی</Name>
              </span>
            }
            actions={
              <>
                <Button icon={PenLine} onPress={nothing}>
                  {s('Write')}
                </Button>
                <Button icon={Plus} keys="E" onPress={nothing}>
                  {s('Add event')}
                </Button>
              </>
            }
          >
            <p className={text.quiet}>
              {s('son of Daud Khayali, about 34, schoolteacher, Naubahar')}
            </p>
            <Facts />
          </SheetHead>
          <Tabs
            isOnSheet
            label={s('Parts of the file')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'custody', label: s('Custody') },
              { id: 'cases', label: s('Cases'), count: 2 },
              { id: 'people', label: s('People'), count: 6 },
              { id: 'documents', label: s('Documents'), count: 14 },
              { id: 'rights', label: s('Rights') },
              { id: 'history', label: s('History') },
            ]}
          >
            <CustodyPicture title={s('Custody since 7 April')} data={custodyOf(s)} />
          </Tabs>
        </Sheet>
      </Split>
    </FrameWith>
  );
}
