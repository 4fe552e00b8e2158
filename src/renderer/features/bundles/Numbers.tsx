import { T, useText } from '#i18n';
import { InspectorRow, InspectorSection } from '#ui';
import { useBytes } from '../parts/use-bytes';
import type { Planned } from './model';

/** What leaves and what stays, in numbers. */
export function Numbers({ plan }: { readonly plan: Planned }) {
  const t = useText();
  const bytes = useBytes();
  const { records, values, past, files, sizeBytes, heldBack, level } = plan;
  return (
    <InspectorSection title={<T id="bundles.numbers" />}>
      <InspectorRow end={records}>{t('bundles.numbers.records')}</InspectorRow>
      <InspectorRow end={values}>{t('bundles.numbers.values')}</InspectorRow>
      {past > 0 && <InspectorRow end={past}>{t('bundles.numbers.past')}</InspectorRow>}
      <InspectorRow end={files} note={files > 0 ? bytes(sizeBytes) : undefined}>
        {t('bundles.numbers.files')}
      </InspectorRow>
      <InspectorRow end={heldBack}>{t('bundles.numbers.stays')}</InspectorRow>
      <InspectorRow end={t(`bundles.level.${level}`)}>{t('bundles.numbers.level')}</InspectorRow>
    </InspectorSection>
  );
}
