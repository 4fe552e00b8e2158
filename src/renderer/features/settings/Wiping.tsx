import { T } from '#i18n';
import { Checkbox, SheetRow, SheetSection } from '#ui';
import { WipeForm } from '../wipe/WipeForm';
import css from './Settings.module.css';
import { useSettings } from './use-settings';

/** Destroys the vault on this machine, and says whether that is offered on the lock screen too. */
export function Wiping() {
  const { settings, set } = useSettings();
  if (settings === undefined) return null;
  return (
    <>
      <SheetRow>
        <WipeForm />
      </SheetRow>
      <SheetSection title={<T id="wipe.locked.title" />} />
      <SheetRow>
        <div className={css.fields}>
          <Checkbox
            isSelected={settings.wipesLocked}
            onChange={(wipesLocked) => void set({ wipesLocked })}
          >
            <T id="wipe.locked" />
          </Checkbox>
          <p className={css.hint}>
            <T id="wipe.locked.hint" />
          </p>
        </div>
      </SheetRow>
    </>
  );
}
