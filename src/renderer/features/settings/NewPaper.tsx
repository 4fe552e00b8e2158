import { useState } from 'react';
import { T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog, RadioGroup } from '#ui';
import { PaperSteps, type MadePapers } from './PaperSteps';
import { useStep } from './use-step';

const KINDS = ['sheet', '2of3', '3of5'] as const;
type Kind = (typeof KINDS)[number];

type Props = {
  /** Which of the two. */
  readonly number: number;
  /** Beside the other one, in the place of none. */
  readonly isOther: boolean;
  readonly onClose: () => void;
};

/** Asks what kind of paper is wanted, makes it, and shows it once. */
export function NewPaper({ number, isOther, onClose }: Props) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('sheet');
  const [made, setMade] = useState<MadePapers>();
  const { isPending, error, run } = useStep();
  const make = async (): Promise<void> => {
    if (isPending) return;
    if (kind === 'sheet') {
      const result = await run(() => rihai.recovery.renew({ number }));
      if (result.ok) setMade({ needed: 1, papers: [result.value.recoveryKey] });
      return;
    }
    const result = await run(() => rihai.recovery.split({ number, scheme: kind }));
    if (result.ok) setMade({ needed: result.value.needed, papers: result.value.shares });
  };
  if (made !== undefined) return <PaperSteps made={made} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      isRisk={!isOther}
      onClose={onClose}
      title={<T id={isOther ? 'recovery.new.other' : 'recovery.new.title'} />}
      verb={<T id="recovery.new.verb" />}
      onVerb={() => void make()}
      isPending={isPending}
    >
      <p>
        <T id={isOther ? 'recovery.new.beside' : 'recovery.new.instead'} />
      </p>
      <RadioGroup
        label={t('recovery.new.kind')}
        options={KINDS.map((id) => ({ id, label: t(`recovery.kind.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
