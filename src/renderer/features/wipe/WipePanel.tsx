import { T } from '#i18n';
import { Panel } from '#ui';
import { WipeForm } from './WipeForm';

/** What is asked before a vault is wiped from the lock screen. */
export const WipePanel = ({ onClose }: { readonly onClose: () => void }) => (
  <Panel isOpen onClose={onClose} title={<T id="wipe.title" />}>
    <WipeForm />
  </Panel>
);
