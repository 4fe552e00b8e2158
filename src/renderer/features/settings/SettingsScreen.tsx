import type { FunctionComponent } from 'react';
import { T } from '#i18n';
import { useWhereabouts } from '#renderer/app/navigation';
import { Sheet, SheetHead, Split } from '#ui';
import { Outside } from '../outside/Outside';
import { Activity } from './Activity';
import { Backups } from './Backups';
import { Keepers } from './Keepers';
import { Locking } from './Locking';
import { Look } from './Look';
import { Program } from './Program';
import { Readiness } from './Readiness';
import { Recovery } from './Recovery';
import { Rules } from './Rules';
import { sectionOf, type SectionId } from './sections';
import { SettingsNav } from './SettingsNav';
import { Vault } from './Vault';
import { Wiping } from './Wiping';

const LookAndLocking = () => (
  <>
    <Look />
    <Locking />
  </>
);

const About = () => (
  <>
    <Vault />
    <Rules />
    <Program />
  </>
);

const SHOWN: Readonly<Record<Exclude<SectionId, 'activity'>, FunctionComponent>> = {
  ready: Readiness,
  keepers: Keepers,
  recovery: Recovery,
  backups: Backups,
  outside: Outside,
  look: LookAndLocking,
  vault: About,
  wipe: Wiping,
};

/** Who opens this vault and how it is kept, what was done in it, how the window looks and locks. */
export function SettingsScreen() {
  const section = sectionOf(useWhereabouts().tab);
  return (
    <Split start={<SettingsNav current={section} />}>
      {section === 'activity' ? <Activity /> : <Page section={section} />}
    </Split>
  );
}

/** A section that is a page; the log fills its sheet with a list. */
function Page({ section }: { readonly section: keyof typeof SHOWN }) {
  const Section = SHOWN[section];
  return (
    <Sheet>
      <SheetHead title={<T id={`settings.section.${section}`} />} />
      <Section />
    </Sheet>
  );
}
