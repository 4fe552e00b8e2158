import { Check, Hourglass } from 'lucide-react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T, type MessageKey } from '#i18n';
import { Chip, SheetRow } from '#ui';

export type Findings = OutputOf<Contract['backups']['machine']>;

type Props = {
  readonly found: Findings;
  /** The vault is not there yet: another folder can still be chosen. */
  readonly isBefore?: boolean;
};

const BEFORE: Readonly<Partial<Record<Findings['todo'][number], MessageKey>>> = {
  synced: 'start.machine.synced',
  network: 'start.machine.network',
};

/** What a machine does with a vault behind its back, each with its remedy, the gravest first. */
export function MachineFindings({ found, isBefore = false }: Props) {
  if (found.todo.length === 0)
    return (
      <SheetRow>
        <Chip tone="met" icon={Check}>
          <T id="machine.fine" />
        </Chip>
      </SheetRow>
    );
  return found.todo.map((todo) => (
    <SheetRow key={todo}>
      <Chip tone="due" icon={Hourglass}>
        <T id="ready.due" />
      </Chip>{' '}
      <T
        id={(isBefore ? BEFORE[todo] : undefined) ?? `machine.todo.${todo}`}
        values={{ folder: <Name>{found.syncedFolder ?? ''}</Name> }}
      />
    </SheetRow>
  ));
}

/** What was seen, in one line. */
export const machineSeen = ({ disk, swap, hibernation }: Findings) => ({ disk, swap, hibernation });
