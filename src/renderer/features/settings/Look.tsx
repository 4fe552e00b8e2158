import { useQuery } from '@tanstack/react-query';
import { T, useText, type Locale } from '#i18n';
import { infoQuery } from '#renderer/app/queries';
import { Select, SheetRow, SheetSection, RadioGroup } from '#ui';
import css from './Settings.module.css';
import { useSettings } from './use-settings';

const THEMES = ['system', 'light', 'dark'] as const;
/** Those after the first are for those who work on the program: longer texts, and texts from right to left. */
const OFFERED = ['en', 'en-XA', 'ar-XB'] as const satisfies readonly Locale[];

/** Light or dark, and the language. */
export function Look() {
  const t = useText();
  const { settings, set } = useSettings();
  const { data: info } = useQuery(infoQuery);
  const locales = info?.isPackaged === false ? OFFERED : OFFERED.slice(0, 1);
  return (
    <>
      <SheetSection title={<T id="settings.look" />} />
      <SheetRow>
        <div className={css.fields}>
          <RadioGroup
            isInline
            label={t('settings.theme')}
            options={THEMES.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            value={settings?.theme}
            onChange={(theme) => void set({ theme })}
          />
          <Select
            label={t('settings.language')}
            hint={<T id="settings.language.hint" />}
            placeholder={t('settings.language')}
            options={locales.map((id) => ({ id, label: t(`settings.language.${id}`) }))}
            value={OFFERED.find((id) => id === settings?.locale) ?? 'en'}
            onChange={(to) => void set({ locale: to })}
          />
        </div>
      </SheetRow>
    </>
  );
}
