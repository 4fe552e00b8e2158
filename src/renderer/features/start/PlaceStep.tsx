import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow, TextField } from '#ui';
import { nameFault } from '../secrets/hand-name';
import { MachineAround } from './MachineAround';
import type { Making } from './model';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly making: Making;
  readonly onChange: (part: Partial<Making>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Where the vault lies, and who will work in it. */
export function PlaceStep({ making, onChange, onNext, onBack }: Props) {
  const t = useText();
  const [isTried, setTried] = useState(false);
  const [error, setError] = useState<CallError>();
  const fault = isTried ? nameFault(making.name) : undefined;
  const choose = async (): Promise<void> => {
    setError(undefined);
    const result = await rihai.files.chooseFolder({ purpose: 'newVault' });
    if (!result.ok) setError(new CallError(result.error));
    else if (result.value !== undefined) onChange({ folder: result.value });
  };
  const next = (): void => {
    setTried(true);
    if (making.folder !== undefined && nameFault(making.name) === undefined) onNext();
  };
  return (
    <StepLayout
      step="place"
      title={<T id="start.place.title" />}
      lead={<T id="start.place.lead" />}
      next={<T id="start.next" />}
      onNext={next}
      onBack={onBack}
    >
      <SheetRow>
        <div className={css.fields}>
          <div className={css.choice}>
            <div className={css.folder}>
              <Button icon={FolderOpen} onPress={() => void choose()} autoFocus>
                <T id="start.folder" />
              </Button>
              {making.folder !== undefined && <Name>{making.folder.name}</Name>}
            </div>
            {isTried && making.folder === undefined && (
              <p className={css.fault} role="alert">
                <T id="start.folder.none" />
              </p>
            )}
            <p className={css.hint}>
              <T id="start.folder.hint" />
            </p>
          </div>
          {error !== undefined && <CodedError error={error} />}
          <TextField
            label={t('start.name')}
            hint={<T id="start.name.hint" />}
            value={making.name}
            error={fault && t(`start.name.${fault}`)}
            onChange={(name) => {
              onChange({ name });
            }}
          />
        </div>
      </SheetRow>
      {making.folder !== undefined && (
        <MachineAround key={making.folder.token} folder={making.folder} />
      )}
    </StepLayout>
  );
}
