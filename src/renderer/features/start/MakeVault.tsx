import { useState } from 'react';
import { CallError, rihai, secretBytes } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { AgainStep } from './AgainStep';
import { GroupsStep } from './GroupsStep';
import { passphraseOf } from '../secrets/passphrase';
import { NOTHING_MADE, type Made, type Making, type Step } from './model';
import { PlaceStep } from './PlaceStep';
import { SheetStep } from './SheetStep';
import { WordsStep } from './WordsStep';

type Props = {
  readonly onMaking: () => void;
  readonly onOpened: () => void;
  readonly onBack: () => void;
};

/** A new vault, step by step: folder and name, passphrase, the same again, recovery sheet, two groups of it. */
export function MakeVault({ onMaking, onOpened, onBack }: Props) {
  const [step, setStep] = useState<Step>('place');
  const [making, setMaking] = useState<Making>(NOTHING_MADE);
  const [made, setMade] = useState<Made>();
  const change = (part: Partial<Making>): void => {
    setMaking((before) => ({ ...before, ...part }));
  };
  const to = (next: Step) => () => {
    setStep(next);
  };
  const { make, isPending, error } = useMaking(making, onMaking, (vault) => {
    setMade(vault);
    // From here on nobody needs it in this process.
    setMaking(NOTHING_MADE);
    setStep('sheet');
  });
  const choosePassphrase = (): void => {
    setStep('words');
    if (making.words.length > 0) return;
    void rihai.vault.suggestPassphrase().then((result) => {
      if (result.ok) change({ words: result.value.words });
      else sayTrouble(new CallError(result.error));
    });
  };
  if (made !== undefined)
    return step === 'groups' ? (
      <GroupsStep recoveryKey={made.recoveryKey} onNext={onOpened} onBack={to('sheet')} />
    ) : (
      <SheetStep recoveryKey={made.recoveryKey} onNext={to('groups')} />
    );
  const shared = { making, onChange: change };
  if (step === 'words') return <WordsStep {...shared} onNext={to('again')} onBack={to('place')} />;
  if (step === 'again')
    return (
      <AgainStep
        {...shared}
        onMake={() => void make()}
        isPending={isPending}
        error={error}
        onBack={to(error?.code === 'vault/exists' ? 'place' : 'words')}
      />
    );
  return <PlaceStep {...shared} onNext={choosePassphrase} onBack={onBack} />;
}

/** Makes the vault; a refusal leaves everything typed as it was. */
function useMaking(making: Making, onMaking: () => void, onMade: (made: Made) => void) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError>();
  const make = async (): Promise<void> => {
    const { folder, name } = making;
    if (folder === undefined || isPending) return;
    onMaking();
    setPending(true);
    setError(undefined);
    const passphrase = secretBytes(passphraseOf(making));
    const input = { token: folder.token, name: name.trim(), passphrase };
    const result = await rihai.vault.create(input).finally(() => {
      passphrase.fill(0);
      setPending(false);
    });
    if (result.ok) onMade(result.value);
    else setError(new CallError(result.error));
  };
  return { make, isPending, error };
}
