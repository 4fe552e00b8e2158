import { T } from '#i18n';
import { Sheet, SheetHead, Split } from '#ui';
import { Activity } from './Activity';
import { Locking } from './Locking';
import { Look } from './Look';
import { Program } from './Program';
import { Rules } from './Rules';
import { Vault } from './Vault';

/** How the window looks, what is known of this vault, and what was done in it. */
export function SettingsScreen() {
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="ui.settings" />} />
        <Look />
        <Locking />
        <Vault />
        <Rules />
        <Activity />
        <Program />
      </Sheet>
    </Split>
  );
}
