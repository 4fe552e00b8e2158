import { useQuery } from '@tanstack/react-query';
import { T } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { machineQuery } from '#renderer/app/queries';
import { Button, SheetRow, SheetSection } from '#ui';
import { MachineFindings, machineSeen } from '../parts/MachineFindings';
import css from './Settings.module.css';

/** What this machine does with the vault behind its back, and how to mend it. */
export function Machine() {
  const { data, error, refetch } = useQuery(machineQuery);
  return (
    <>
      <SheetSection title={<T id="machine.title" />} note={<T id="machine.note" />} />
      {error !== null && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
      {data !== undefined && <MachineFindings found={data} />}
      <SheetRow>
        <div className={css.did}>
          <span className={css.hint}>
            {data !== undefined && <T id="machine.seen" values={machineSeen(data)} />}
          </span>
          <Button onPress={() => void refetch()}>
            <T id="machine.again" />
          </Button>
        </div>
      </SheetRow>
    </>
  );
}
