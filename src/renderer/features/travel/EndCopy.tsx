import { useState } from 'react';
import { TRAVEL_ENDS, type TravelEnd } from '#shared/domain/sharing';
import { T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog, RadioGroup } from '#ui';
import { useStep } from '../settings/use-step';
import type { Copy } from './model';
import css from '../parts/Carried.module.css';

type Props = { readonly copy: Copy; readonly onClose: () => void };

/** Says what became of a copy: nothing of it is taken in any more. */
export function EndCopy({ copy: { id }, onClose }: Props) {
  const t = useText();
  const { isPending, error, run } = useStep();
  const [how, setHow] = useState<TravelEnd>('destroyed');
  const end = async (): Promise<void> => {
    if (isPending) return;
    const result = await run(() => rihai.travel.end({ id, how }));
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="travel.end.title" />}
      verb={<T id="travel.end.verb" />}
      onVerb={() => void end()}
      isPending={isPending}
    >
      <div className={css.form}>
        <RadioGroup
          label={t('travel.end.how')}
          value={how}
          onChange={setHow}
          options={TRAVEL_ENDS.map((one) => ({
            id: one,
            label: t(`travel.end.${one}`),
            note: t(`travel.end.${one}.note`),
          }))}
        />
        <p className={css.lead}>
          <T id="travel.end.lead" />
        </p>
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Dialog>
  );
}
