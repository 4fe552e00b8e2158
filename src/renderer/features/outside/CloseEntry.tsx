import { useState } from 'react';
import { needsNote, type OutsideEnd } from '#shared/domain/outside';
import { T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Dialog, RadioGroup, TextField } from '#ui';
import { useStep } from '../settings/use-step';
import { What, Where } from './Entry';
import css from './Outside.module.css';
import type { OutsideRow } from './model';

const OF_FILES: readonly OutsideEnd[] = ['gone', 'given', 'kept'];
const OF_PRINTS: readonly OutsideEnd[] = ['given', 'destroyed', 'kept'];

type Props = { readonly row: OutsideRow; readonly onClose: () => void };

/** Says what became of one thing outside. */
export function CloseEntry({ row, onClose }: Props) {
  const t = useText();
  const { isPending, error, run } = useStep();
  const ends = row.kind === 'print' ? OF_PRINTS : OF_FILES;
  const [how, setHow] = useState<OutsideEnd>();
  const [note, setNote] = useState('');
  const isUnsaid = how !== undefined && needsNote(how) && note.trim() === '';
  const off =
    how === undefined ? t('outside.close.first') : isUnsaid ? t('outside.close.say') : undefined;
  const close = async (): Promise<void> => {
    if (how === undefined || isPending) return;
    const said = note.trim();
    const result = await run(() =>
      rihai.outside.close({ id: row.id, how, ...(said !== '' && { note: said }) }),
    );
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="outside.close.title" />}
      verb={<T id="outside.close.verb" />}
      onVerb={() => void close()}
      isPending={isPending}
      off={off}
    >
      <p className={css.about}>
        <What row={row} />
        <Where row={row} />
      </p>
      <RadioGroup
        label={t('outside.close.how')}
        value={how}
        onChange={setHow}
        options={ends.map((id) => ({
          id,
          label: t(`outside.end.${id}`),
          ...(id === 'gone' && { note: t('outside.end.gone.how') }),
        }))}
      />
      {how !== undefined && needsNote(how) && (
        <TextField
          label={t(how === 'given' ? 'outside.note.given' : 'outside.note.other')}
          value={note}
          onChange={setNote}
        />
      )}
      {error !== undefined && <CodedError error={error} />}
    </Dialog>
  );
}
