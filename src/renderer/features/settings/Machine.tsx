import { useQuery } from '@tanstack/react-query';
import { Check, Hourglass } from 'lucide-react';
import { Name, T } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { machineQuery } from '#renderer/app/queries';
import { Button, Chip, SheetRow, SheetSection } from '#ui';
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
      {data?.todo.length === 0 && (
        <SheetRow>
          <Chip tone="met" icon={Check}>
            <T id="machine.fine" />
          </Chip>
        </SheetRow>
      )}
      {data?.todo.map((todo) => (
        <SheetRow key={todo}>
          <Chip tone="due" icon={Hourglass}>
            <T id="ready.due" />
          </Chip>{' '}
          <T
            id={`machine.todo.${todo}`}
            values={{ folder: <Name>{data.syncedFolder ?? ''}</Name> }}
          />
        </SheetRow>
      ))}
      <SheetRow>
        <div className={css.did}>
          <span className={css.hint}>
            {data !== undefined && (
              <T
                id="machine.seen"
                values={{ disk: data.disk, swap: data.swap, hibernation: data.hibernation }}
              />
            )}
          </span>
          <Button onPress={() => void refetch()}>
            <T id="machine.again" />
          </Button>
        </div>
      </SheetRow>
    </>
  );
}
