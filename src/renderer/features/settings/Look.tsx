import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import { T, useText, type Locale } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { infoQuery, settingsQuery } from '#renderer/app/queries';
import { Select, SheetRow, SheetSection, RadioGroup } from '#ui';
import css from './Settings.module.css';

type Change = InputOf<Contract['app']['setSettings']>;

const THEMES = ['system', 'light', 'dark'] as const;
/** Those after the first are for those who work on the program: longer texts, and texts from right to left. */
const OFFERED = ['en', 'en-XA', 'ar-XB'] as const satisfies readonly Locale[];

/** Light or dark, and the language. */
export function Look() {
  const t = useText();
  const client = useQueryClient();
  const { data } = useQuery(settingsQuery);
  const { data: info } = useQuery(infoQuery);
  const set = async (change: Change): Promise<void> => {
    const result = await rihai.app.setSettings(change);
    if (result.ok) client.setQueryData(settingsQuery.queryKey, result.value);
    else sayTrouble(new CallError(result.error));
  };
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
            value={data?.theme}
            onChange={(theme) => void set({ theme })}
          />
          <Select
            label={t('settings.language')}
            hint={<T id="settings.language.hint" />}
            placeholder={t('settings.language')}
            options={locales.map((id) => ({ id, label: t(`settings.language.${id}`) }))}
            value={OFFERED.find((id) => id === data?.locale) ?? 'en'}
            onChange={(to) => void set({ locale: to })}
          />
        </div>
      </SheetRow>
    </>
  );
}
