import { T } from '#i18n';
import { SheetRow } from '#ui';
import { PrintSheets, RecoverySheet } from '../secrets/RecoverySheet';
import { StepLayout } from './StepLayout';
import css from './Start.module.css';

type Props = { readonly recoveryKey: string; readonly onNext: () => void };

/** The recovery sheet, shown once. */
export function SheetStep({ recoveryKey, onNext }: Props) {
  return (
    <StepLayout
      step="sheet"
      title={<T id="start.sheet.title" />}
      lead={<T id="start.sheet.lead" />}
      next={<T id="start.sheet.next" />}
      onNext={onNext}
      aside={<RecoverySheet recoveryKey={recoveryKey} />}
    >
      <SheetRow>
        <div className={css.fields}>
          <p>
            <T id="start.sheet.keep" />
          </p>
          <p>
            <T id="start.sheet.once" />
          </p>
          <div>
            <PrintSheets papers={[recoveryKey]} needed={1} />
          </div>
        </div>
      </SheetRow>
    </StepLayout>
  );
}
