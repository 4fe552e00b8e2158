import { useState } from 'react';
import { PassphraseField, Strength, TextArea, TextField } from '#ui';
import { useSample } from '../sample';
import { Columns, Stage } from '../Stage';

export function Fields() {
  const s = useSample();
  const [station, setStation] = useState(s('Naubahar'));
  const [blank, setBlank] = useState('');
  const [number, setNumber] = useState('41/2062');
  const [note, setNote] = useState(
    s('Insulin, twice a day. Given on 25 April, says the jail doctor.'),
  );
  const [long, setLong] = useState('x'.repeat(512));
  const [phrase, setPhrase] = useState('candle river walnut');
  return (
    <>
      <Stage title={s('Field: label above, blank is fine, what is wrong beneath')}>
        <Columns>
          <TextField label={s('Police station')} value={station} onChange={setStation} />
          <TextField
            label={s('Barrack')}
            value={blank}
            onChange={setBlank}
            placeholder={s('not known yet')}
            hint={s('Blank is fine')}
          />
          <TextField
            label={s('FIR number')}
            value={number}
            onChange={setNumber}
            error={number === '41/2062' ? s('2062 lies ahead. Meant 2026?') : undefined}
          />
          <TextField
            label={s('Name in Urdu')}
            lang="ur"
            value="ظفر خیالی"
            onChange={setBlank}
            isReadOnly
          />
          <TextField label={s('Prison number')} value="" onChange={setBlank} isDisabled />
          <TextField
            label={s('Title')}
            value={long}
            onChange={setLong}
            longest={500}
            error={long.length > 500 ? s('Longer than can be kept; nothing is cut') : undefined}
          />
        </Columns>
      </Stage>
      <Stage title={s('Running text')}>
        <Columns>
          <TextArea label={s('Needs')} value={note} onChange={setNote} rows={3} longest={70} />
        </Columns>
      </Stage>
      <Stage title={s('Passphrase')}>
        <Columns>
          <div>
            <PassphraseField
              label={s('Passphrase')}
              value={phrase}
              onChange={setPhrase}
              layout="English (US)"
              isLarge
            />
            <Strength
              label={s('Strength')}
              score={2}
              verdict={s('Guessed in days. Three more words would hold.')}
            />
          </div>
          <PassphraseField
            label={s('Passphrase again')}
            value={phrase}
            onChange={setPhrase}
            error={s('Not the same as above')}
          />
        </Columns>
      </Stage>
    </>
  );
}
