import { useState } from 'react';
import { T, useText } from '#i18n';
import type { CallError } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { PassphraseField, SheetRow } from '#ui';
import { isTypedAgain } from '../secrets/passphrase';
import type { Making } from './model';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly making: Making;
  readonly onChange: (part: Partial<Making>) => void;
  readonly onMake: () => void;
  readonly isPending: boolean;
  readonly error: CallError | undefined;
  readonly onBack: () => void;
};

/** Types it back before anything is made with it. */
export function AgainStep({ making, onChange, onMake, isPending, error, onBack }: Props) {
  const t = useText();
  const [isWrong, setWrong] = useState(false);
  const next = (): void => {
    if (isTypedAgain(making)) onMake();
    else setWrong(true);
  };
  return (
    <StepLayout
      step="again"
      title={<T id="start.again.title" />}
      lead={<T id="start.again.lead" />}
      next={<T id={isPending ? 'start.making' : 'start.again.next'} />}
      onNext={next}
      onBack={isPending ? undefined : onBack}
      isPending={isPending}
    >
      <SheetRow>
        <div className={css.fields}>
          <PassphraseField
            autoFocus
            isLarge
            label={t('start.again.label')}
            value={making.again}
            error={isWrong ? t('start.again.wrong') : undefined}
            onChange={(again) => {
              setWrong(false);
              onChange({ again });
            }}
          />
          {error !== undefined && <CodedError error={error} />}
        </div>
      </SheetRow>
    </StepLayout>
  );
}
