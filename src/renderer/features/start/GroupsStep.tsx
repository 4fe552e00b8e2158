import { useState } from 'react';
import { T, useText } from '#i18n';
import { SheetRow, TextField } from '#ui';
import { askedGroups, groupsOf, readGroup } from './model';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly recoveryKey: string;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Two groups are typed back from the paper; then the vault is open. */
export function GroupsStep({ recoveryKey, onNext, onBack }: Props) {
  const t = useText();
  const asked = askedGroups(recoveryKey);
  const groups = groupsOf(recoveryKey);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isTried, setTried] = useState(false);
  const isRight = (at: number): boolean => readGroup(typed[at] ?? '') === groups[at];
  const next = (): void => {
    setTried(true);
    if (asked.every(isRight)) onNext();
  };
  return (
    <StepLayout
      step="groups"
      title={<T id="start.groups.title" />}
      lead={<T id="start.groups.lead" />}
      next={<T id="start.groups.next" />}
      onNext={next}
      onBack={onBack}
    >
      <SheetRow>
        <div className={css.fields}>
          <div className={css.typed}>
            {asked.map((at, index) => (
              <TextField
                key={at}
                autoFocus={index === 0}
                label={t('start.groups.label', { number: at + 1 })}
                value={typed[at] ?? ''}
                error={isTried && !isRight(at) ? t('start.groups.wrong') : undefined}
                onChange={(text) => {
                  setTyped({ ...typed, [at]: text });
                }}
              />
            ))}
          </div>
          <p className={css.hint}>
            <T id="start.groups.rehearse" />
          </p>
        </div>
      </SheetRow>
    </StepLayout>
  );
}
