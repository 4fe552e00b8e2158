import { T, useText } from '#i18n';
import { Checkbox, RadioGroup, Select, SheetRow, SheetSection } from '#ui';
import css from './Settings.module.css';
import { useSettings } from './use-settings';

const MINUTES = [1, 2, 3, 5, 10, 15, 20, 30];
const PANIC_KEYS = ['shiftL', 'f8', 'f9'] as const;

/** What locks an open vault. */
export function Locking() {
  const t = useText();
  const { settings, set } = useSettings();
  if (settings === undefined) return null;
  // A number kept by hand is shown as it is.
  const offered = [...new Set([...MINUTES, settings.idleMinutes])].sort((a, b) => a - b);
  return (
    <>
      <SheetSection title={<T id="settings.locking" />} note={<T id="settings.locking.always" />} />
      <SheetRow>
        <div className={css.fields}>
          <Select
            label={t('settings.locking.idle')}
            placeholder={t('settings.locking.idle')}
            options={offered.map((minutes) => ({
              id: String(minutes),
              label: t('settings.locking.minutes', { minutes }),
            }))}
            value={String(settings.idleMinutes)}
            onChange={(minutes) => void set({ idleMinutes: Number(minutes) })}
          />
          <Checkbox
            isSelected={settings.locksOnMinimize}
            onChange={(locksOnMinimize) => void set({ locksOnMinimize })}
          >
            <T id="settings.locking.minimize" />
          </Checkbox>
          <RadioGroup
            isInline
            label={t('settings.locking.panic')}
            hint={<T id="settings.locking.panic.hint" />}
            options={PANIC_KEYS.map((id) => ({ id, label: t(`keys.panic.${id}`) }))}
            value={settings.panicKey}
            onChange={(panicKey) => void set({ panicKey })}
          />
        </div>
      </SheetRow>
    </>
  );
}
