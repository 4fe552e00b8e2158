import { useQuery } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, HoldButton, Panel } from '#ui';
import { useStep } from '../settings/use-step';
import css from './Trash.module.css';

const HOLD_MS = 3_000;

type Weighed = OutputOf<Contract['trash']['weigh']>;
type Erased = OutputOf<Contract['trash']['erase']>;

type Props = {
  readonly ids: readonly RecordId[];
  /** What they are called, as far as it fits. */
  readonly names: ReactNode;
  readonly onClose: () => void;
  readonly onErased: () => void;
};

/** What goes, what stays, and what nobody can take back. */
function Points({ attachments, referring, outside }: Weighed) {
  return (
    <>
      <p>
        <T id="trash.erase.goes" />
      </p>
      <ul className={css.points}>
        {attachments > 0 && (
          <li>
            <T id="trash.erase.files" values={{ count: attachments }} />
          </li>
        )}
        <li>
          <T id="trash.erase.copies" />
        </li>
      </ul>
      <p>
        <T id="trash.erase.stays" />
      </p>
      <ul className={css.points}>
        <li>
          <T id="trash.erase.backups" />
        </li>
        <li>
          <T id="trash.erase.others" />
        </li>
        {referring > 0 && (
          <li>
            <T id="trash.erase.referring" values={{ count: referring }} />
          </li>
        )}
        {outside > 0 && (
          <li>
            <T id="trash.erase.outside" values={{ count: outside }} />
          </li>
        )}
        <li>
          <T id="trash.erase.log" />
        </li>
      </ul>
    </>
  );
}

/** Erases records from the trash for good, by a button that is held. */
export function Erase({ ids, names, onClose, onErased }: Props) {
  const { isPending, error, run } = useStep();
  const [erased, setErased] = useState<Erased>();
  const weighed = useQuery({
    queryKey: ['trash', 'weigh', ids],
    queryFn: () => value(rihai.trash.weigh({ ids })),
    enabled: erased === undefined,
  });
  const erase = async (): Promise<void> => {
    const result = await run(() => rihai.trash.erase({ ids }));
    if (!result.ok) return;
    setErased(result.value);
    onErased();
  };
  if (erased !== undefined)
    return (
      <Panel
        isOpen
        onClose={onClose}
        title={<T id="trash.erased.title" values={{ count: erased.records }} />}
        foot={
          <Button kind="main" onPress={onClose}>
            <T id="trash.erased.verb" />
          </Button>
        }
      >
        <p>
          <T id={erased.isCleared ? 'trash.erased' : 'trash.erased.later'} />
        </p>
      </Panel>
    );
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="trash.erase.title" values={{ count: ids.length }} />}
    >
      <div className={css.erase}>
        <p className={css.names}>{names}</p>
        {weighed.data !== undefined && (
          <>
            <Points {...weighed.data} />
            <HoldButton
              icon={Eraser}
              holdMs={HOLD_MS}
              isPending={isPending}
              onBegin={() => undefined}
              onRelease={() => undefined}
              onHeld={() => void erase()}
            >
              <T id="trash.erase.verb" values={{ count: ids.length }} />
            </HoldButton>
          </>
        )}
        {weighed.error !== null && <CodedError error={weighed.error} />}
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Panel>
  );
}
