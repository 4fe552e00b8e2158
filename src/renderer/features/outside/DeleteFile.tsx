import { useState } from 'react';
import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog } from '#ui';
import { useStep } from '../settings/use-step';
import { Where } from './Entry';
import css from './Outside.module.css';
import { nameIn, type OutsideRow } from './model';

type Props = { readonly row: OutsideRow; readonly onClose: () => void };

/** Which copies stay when this file goes. */
const stays = ({ kind, what }: OutsideRow): 'document' | 'records' | 'export' =>
  kind === 'export' ? 'export' : what === 'records' ? 'records' : 'document';

/** Deletes a file outside, with plain words on what deleting does and what it does not. */
export function DeleteFile({ row, onClose }: Props) {
  const { isPending, error, run } = useStep();
  const [isLinked, setLinked] = useState(false);
  const remove = async (): Promise<void> => {
    if (isPending) return;
    const result = await run(() => rihai.outside.remove({ id: row.id }));
    if (!result.ok) return;
    if (result.value.hasOtherName) setLinked(true);
    else onClose();
  };
  const name = <Name>{nameIn(row.place)}</Name>;
  if (isLinked)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={<T id="outside.linked.title" values={{ name }} />}
        verb={<T id="outside.linked.verb" />}
        onVerb={onClose}
      >
        <p>
          <T id="outside.linked" />
        </p>
      </Dialog>
    );
  return (
    <Dialog
      isOpen
      isRisk
      onClose={onClose}
      title={<T id="outside.delete.title" values={{ name }} />}
      verb={<T id="outside.delete.verb" />}
      onVerb={() => void remove()}
      isPending={isPending}
    >
      <p className={css.about}>
        <Where row={row} />
      </p>
      <ul className={css.points}>
        <li>
          <T id={`outside.delete.${stays(row)}`} />
        </li>
        {row.kind === 'original' && !row.isBackedUp && (
          <li>
            <T id="outside.delete.noBackup" />
          </li>
        )}
        <li>
          <T id="outside.delete.same" />
        </li>
        <li>
          <T id="outside.delete.remnants" />
        </li>
      </ul>
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
