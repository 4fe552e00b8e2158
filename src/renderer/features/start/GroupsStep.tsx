import { useState } from 'react';
import { T } from '#i18n';
import { SheetRow } from '#ui';
import { GroupFields, useTypedGroups } from '../secrets/GroupFields';
import { askedGroups } from '../secrets/groups';
import css from './Start.module.css';
import { StepLayout } from './StepLayout';

type Props = {
  readonly recoveryKey: string;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Two groups are typed back from the paper; then the vault is open. */
export function GroupsStep({ recoveryKey, onNext, onBack }: Props) {
  const groups = useTypedGroups(recoveryKey, askedGroups(recoveryKey));
  const [isTried, setTried] = useState(false);
  const next = (): void => {
    setTried(true);
    if (groups.areRight) onNext();
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
          <GroupFields autoFocus groups={groups} isTried={isTried} />
          <p className={css.hint}>
            <T id="start.groups.rehearse" />
          </p>
        </div>
      </SheetRow>
    </StepLayout>
  );
}
