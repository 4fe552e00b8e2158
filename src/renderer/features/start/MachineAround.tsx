import { useQuery } from '@tanstack/react-query';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { SheetRow, SheetSection } from '#ui';
import { MachineFindings, machineSeen } from '../parts/MachineFindings';
import type { Folder } from './model';
import css from './Start.module.css';

/** What this machine would do with a vault in the chosen folder, while another can still be chosen. */
export function MachineAround({ folder }: { readonly folder: Folder }) {
  const { data, error } = useQuery({
    queryKey: ['vault', 'machineAround', folder.token],
    queryFn: () => value(rihai.vault.machineAround({ token: folder.token })),
    retry: false,
  });
  return (
    <>
      <SheetSection title={<T id="machine.title" />} note={<T id="start.machine.note" />} />
      {error !== null && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
      {data === undefined && error === null && (
        <SheetRow>
          <span className={css.hint}>
            <T id="start.machine.looking" />
          </span>
        </SheetRow>
      )}
      {data !== undefined && (
        <>
          <MachineFindings found={data} isBefore />
          <SheetRow>
            <span className={css.hint}>
              <T id="machine.seen" values={machineSeen(data)} />
            </span>
          </SheetRow>
        </>
      )}
    </>
  );
}
