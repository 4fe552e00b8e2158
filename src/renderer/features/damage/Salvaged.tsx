import { useState } from 'react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { Button, Panel } from '#ui';
import { GroupFields, useTypedGroups } from '../secrets/GroupFields';
import { askedGroups } from '../secrets/groups';
import { PrintSheets, RecoverySheet } from '../secrets/RecoverySheet';
import css from './Damage.module.css';
import { Lost } from './Lost';

type Props = {
  readonly done: OutputOf<Contract['salvage']['intoVault']>;
  readonly onClose: () => void;
};

/** What the new vault holds, and its recovery sheet: two groups of it are typed back before it is left. */
export function Salvaged({ done, onClose }: Props) {
  const { records, withoutHistory, attachments, lost, lostShown, recoveryKey } = done;
  const [asked] = useState(() => askedGroups(recoveryKey));
  const groups = useTypedGroups(recoveryKey, asked);
  const [isTried, setTried] = useState(false);
  const leave = (): void => {
    setTried(true);
    if (groups.areRight) void rihai.app.lock();
  };
  return (
    <Panel
      isOpen
      onClose={() => {
        // It is shown this once: the panel stays until the sheet is known to be on paper.
        setTried(true);
        if (groups.areRight) onClose();
      }}
      title={<T id="damage.into.done" />}
      foot={
        <>
          <Button kind="main" onPress={leave}>
            <T id="damage.into.leave" />
          </Button>
          <PrintSheets papers={[recoveryKey]} needed={1} />
        </>
      }
    >
      <div className={css.form}>
        <p className={css.lead} role="status">
          <T id="damage.into.what" values={{ records, withoutHistory, attachments }} />
        </p>
        <Lost count={lost} lines={lostShown}>
          <T id="trash.more" values={{ count: lost - lostShown.length }} />
        </Lost>
        <p className={css.lead}>
          <T id="damage.into.sheet" />
        </p>
      </div>
      <RecoverySheet recoveryKey={recoveryKey} />
      <div className={css.form}>
        <p className={css.lead}>
          <T id="start.groups.lead" />
        </p>
        <GroupFields groups={groups} isTried={isTried} />
        <p className={css.lead}>
          <T id="damage.into.keep" />
        </p>
      </div>
    </Panel>
  );
}
