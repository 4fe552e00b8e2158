import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { conflictsQuery } from '#renderer/app/queries';
import { Button, ConflictValue, TextArea } from '#ui';
import { useFields } from '../forms/reference';
import { useFieldWords } from '../forms/words';
import { Origin } from '../history/HistoryAction';
import { useMoments } from '../history/use-moments';
import { fieldOf, ValueText } from '../history/ValueText';
import css from './Conflict.module.css';

type Props = {
  readonly record: RecordId;
  readonly path: string;
  /** Leave it for later. */
  readonly onLeave?: () => void;
};

/** Two desks gave one field different values: shows each with who and when; one is picked, or a new one written. */
export function ConflictNote({ record, path, onLeave }: Props) {
  const t = useText();
  const words = useFieldWords();
  const moment = useMoments();
  const { data } = useQuery(conflictsQuery);
  const conflict = data?.find((one) => one.record === record && one.path === path);
  if (conflict === undefined || !isRecordKind(conflict.kind)) return null;
  const { kind, heads } = conflict;
  const field = words.field(kind, fieldOf(path));
  const settle = (settled: JsonValue): void => {
    void run(
      rihai.conflicts.settle({ record, path, value: settled }),
      t('conflict.settled', { field }),
    );
  };
  return (
    <div className={css.note}>
      <ConflictValue
        field={field}
        sides={heads.map((head) => ({
          id: head.change,
          value: <ValueText kind={kind} path={path} value={head.value} />,
          who: <Name>{head.actorName}</Name>,
          when: moment(head.at),
          source: head.origin.type === 'typed' ? undefined : <Origin origin={head.origin} />,
        }))}
        onSettle={(id) => {
          const chosen = heads.find(({ change }) => change === id);
          if (chosen !== undefined) settle(chosen.value);
        }}
        {...(onLeave && { onLeave })}
      />
      <WriteOther kind={kind} path={path} field={field} onWrite={settle} />
    </div>
  );
}

type WriteProps = {
  readonly kind: RecordKind;
  readonly path: string;
  readonly field: string;
  readonly onWrite: (text: string) => void;
};

/** Texts can be written anew; dates and choices are settled here by picking, and edited after. */
function WriteOther({ kind, path, field, onWrite }: WriteProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const type = useFields(kind)?.[fieldOf(path)]?.type;
  if (type !== 'text') return null;
  if (!isOpen)
    return (
      <Button
        kind="quiet"
        onPress={() => {
          setOpen(true);
        }}
      >
        <T id="conflict.other" />
      </Button>
    );
  return (
    <div className={css.other}>
      <TextArea
        autoFocus
        rows={2}
        label={t('conflict.written', { field })}
        value={typed}
        onChange={setTyped}
      />
      <Button
        off={typed.trim() === '' ? t('conflict.blank') : undefined}
        onPress={() => {
          onWrite(typed.trim());
        }}
      >
        <T id="conflict.write" />
      </Button>
    </div>
  );
}
