import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import {
  Button,
  LockLayout,
  PassphraseField,
  PrintPage,
  Sheet,
  SheetHead,
  SheetRow,
  StartLayout,
  text,
} from '#ui';
import gallery from '../Gallery.module.css';
import { nothing, useSample } from '../sample';

export function Lock() {
  const s = useSample();
  const [phrase, setPhrase] = useState('candle river walnut');
  return (
    <LockLayout
      foot={
        <>
          <span>English</span>
          <span lang="ur" dir="rtl">
            اردو
          </span>
        </>
      }
    >
      <PassphraseField
        isLarge
        autoFocus
        label={s('Passphrase')}
        value={phrase}
        onChange={setPhrase}
        layout="English (US)"
      />
      <div className={gallery.buttons}>
        <Button isLarge kind="main" keys="↵" onPress={nothing}>
          {s('Open')}
        </Button>
        <Button isLarge kind="quiet" onPress={nothing}>
          {s('Use the recovery sheet')}
        </Button>
      </div>
    </LockLayout>
  );
}

export function Start() {
  const s = useSample();
  const words = ['candle', 'river', 'walnut', 'seven', 'ladder', 'mist'];
  return (
    <StartLayout
      current="words"
      steps={[
        { id: 'language', label: s('Language') },
        { id: 'words', label: s('Six words') },
        { id: 'sheet', label: s('Recovery sheet') },
        { id: 'rehearse', label: s('Rehearse both') },
      ]}
      go={
        <>
          <Button isLarge kind="main" keys="↵" onPress={nothing}>
            {s('I have written them down')}
          </Button>
          <span className={`${text.small ?? ''} ${text.quiet ?? ''}`}>
            {s('Next you type them back once.')}
          </span>
        </>
      }
      aside={
        <PrintPage>
          <h2>{s('Recovery sheet')}</h2>
          <p>{s('Whoever holds this sheet can open the vault. Keep it away from the machine.')}</p>
        </PrintPage>
      }
    >
      <Sheet>
        <SheetHead isLarge title={s('These six words open the vault')}>
          <p className={text.quiet}>
            {s(
              'Write them on paper now. Rihai does not keep them. Nobody can send them to you again.',
            )}
          </p>
        </SheetHead>
        {words.map((word, at) => (
          <SheetRow key={word} margin={at + 1}>
            <span className={gallery.words}>{word}</span>
          </SheetRow>
        ))}
        <SheetRow>
          <div className={gallery.buttons}>
            <Button icon={RefreshCw} onPress={nothing}>
              {s('Six others')}
            </Button>
            <Button kind="quiet" onPress={nothing}>
              {s('I will make my own')}
            </Button>
          </div>
        </SheetRow>
      </Sheet>
    </StartLayout>
  );
}
