import { useState } from 'react';
import { Button, ConflictValue, EmptyState, ErrorNote, NoticeRegion, Progress, UndoBar } from '#ui';
import { nothing, useSample } from '../sample';
import { Stage } from '../Stage';

export function States() {
  const s = useSample();
  const [notices, setNotices] = useState([
    { id: 'n', content: s('The bundle from Sangam desk was read.') },
  ]);
  const [settled, setSettled] = useState('');
  return (
    <>
      <Stage title={s('Empty: teaches one thing')}>
        <EmptyState
          title={s('No hearing is fixed for tomorrow.')}
          action={
            <Button keys="N" onPress={nothing}>
              {s('Give them dates')}
            </Button>
          }
        >
          {s('Type a date anywhere in a case: 14.5, +2w, next mon. Three cases have no next date.')}
        </EmptyState>
      </Stage>
      <Stage title={s('Error: what happened, what is safe, what next')}>
        <ErrorNote
          what={s('One photograph could not be read.')}
          safe={s('Its bytes are damaged on this disk. The rest of the file is whole.')}
          next={s('A copy of 19 April on your drive still has it.')}
          code="blob/damaged 4F2"
          actions={<Button onPress={nothing}>{s('Bring it back from the copy')}</Button>}
        />
      </Stage>
      <Stage title={s('Conflict: two values, none chosen beforehand')} isStacked>
        <ConflictValue
          field={s('Date of arrest')}
          onSettle={setSettled}
          onLeave={nothing}
          sides={[
            {
              id: 'a',
              value: s('9 April 2026, 16:40'),
              who: s('Naubahar desk'),
              when: s('12 April'),
              source: s('arrest memo'),
            },
            {
              id: 'b',
              value: s('7 April 2026, about 22:00'),
              who: s('Sangam desk'),
              when: s('14 April'),
              source: s('wife, by phone'),
            },
          ]}
        />
        <output>{settled}</output>
      </Stage>
      <Stage title={s('Undo, progress, news')} isStacked>
        <UndoBar onUndo={nothing} onDone={nothing}>
          {s('Next date set: Tue 12 May')}
        </UndoBar>
        <Progress label={s('Reading 212 pages into the vault')} done={0.62} onCancel={nothing} />
        <Progress label={s('Looking for the drive')} done={undefined} />
        <NoticeRegion
          notices={notices}
          onDismiss={() => {
            setNotices([]);
          }}
        />
      </Stage>
    </>
  );
}
