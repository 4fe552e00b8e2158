import { useState } from 'react';
import { Checkbox, ComboBox, RadioGroup, Segmented, Select } from '#ui';
import { useSample } from '../sample';
import { Columns, Stage } from '../Stage';

export function Choices() {
  const s = useSample();
  const [hold, setHold] = useState<string | undefined>('police');
  const [none, setNone] = useState<string>();
  const [court, setCourt] = useState('');
  const [isIn, setIn] = useState(true);
  const [isOut, setOut] = useState(false);
  const [sheet, setSheet] = useState('one');
  const holds = [
    { id: 'police', label: s('Police remand'), note: s('at most 15 days') },
    { id: 'judicial', label: s('Judicial remand') },
    { id: 'preventive', label: s('Preventive detention') },
  ];
  const courts = [
    { id: 'atc', label: s('ATC Naubahar') },
    { id: 'mag', label: s('Magistrate I, Naubahar') },
    { id: 'ses', label: s('Sessions, Sangam') },
  ].filter(({ label }) => label.toLowerCase().includes(court.toLowerCase()));
  return (
    <>
      <Stage title={s('One of a few')}>
        <Columns>
          <Select
            label={s('Held under')}
            options={holds}
            value={hold}
            onChange={setHold}
            placeholder={s('not known yet')}
          />
          <Select
            label={s('Hold')}
            options={holds}
            value={none}
            onChange={setNone}
            placeholder={s('not known yet')}
            hint={s('Blank is fine')}
          />
          <Select
            label={s('Hold')}
            options={holds}
            value={none}
            onChange={setNone}
            placeholder={s('not known yet')}
            error={s('The order names one')}
          />
          <ComboBox
            label={s('Court')}
            options={courts}
            text={court}
            onText={setCourt}
            onChoose={(id) => {
              setCourt(courts.find((one) => one.id === id)?.label ?? court);
            }}
            placeholder={s('Type its name')}
          />
        </Columns>
      </Stage>
      <Stage title={s('Yes or no')}>
        <Checkbox isSelected={isIn} onChange={setIn}>
          {s('Family may be told')}
        </Checkbox>
        <Checkbox isSelected={isOut} onChange={setOut}>
          {s('Press')}
        </Checkbox>
        <Checkbox isSelected={false} isIndeterminate onChange={setOut}>
          {s('Some of them')}
        </Checkbox>
        <Checkbox isSelected={false} isDisabled onChange={setOut}>
          {s('Not now')}
        </Checkbox>
      </Stage>
      <Stage title={s('All seen at once')} isStacked>
        <RadioGroup
          label={s('Who asked for time?')}
          options={holds}
          value={hold}
          onChange={setHold}
        />
        <RadioGroup
          label={s('Ordered')}
          isInline
          options={holds.slice(1)}
          value={none}
          onChange={setNone}
          error={s('Choose what the order says')}
        />
        <Segmented
          label={s('Recovery')}
          value={sheet}
          onChange={setSheet}
          options={[
            { id: 'one', label: s('One sheet') },
            { id: 'three', label: s('Three shares') },
          ]}
        />
      </Stage>
    </>
  );
}
