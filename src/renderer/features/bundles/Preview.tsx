import { T } from '#i18n';
import { SheetRow } from '#ui';
import css from './Bundles.module.css';
import { LeavingFiles, LeavingRecords, StayingBack } from './LeavingLists';
import { MOST_CHOSEN, type useMake } from './use-make';

type Props = Pick<ReturnType<typeof useMake>, 'choice' | 'plan' | 'onFile'>;

/** Every value and file that leaves, and all that stays. */
export function Preview({ choice, plan, onFile }: Props) {
  if (plan === undefined)
    return (
      <SheetRow>
        <p className={css.lead}>
          <T id="bundles.make.first" />
        </p>
      </SheetRow>
    );
  const isFew = plan.files + choice.without.size <= MOST_CHOSEN;
  return (
    <>
      <LeavingFiles
        plan={plan}
        without={choice.without}
        onFile={isFew ? (id, label, isOn) => void onFile(id, label, isOn) : undefined}
      />
      <LeavingRecords plan={plan} />
      <StayingBack plan={plan} />
    </>
  );
}
