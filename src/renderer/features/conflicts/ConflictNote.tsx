import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import type { JsonValue } from '#shared/domain/json';
import { isRecordKind, type RecordKind } from '#shared/domain/kinds';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { conflictsQuery } from '#renderer/app/queries';
import { Button, ConflictValue } from '#ui';
import { FieldEditor } from '../forms/FieldEditor';
import type { FormField } from '../forms/model';
import { useFields } from '../forms/reference';
import { useFieldWords } from '../forms/words';
import { Origin } from '../history/HistoryAction';
import { useMoments } from '../history/use-moments';
import { fieldOf, ValueText } from '../history/ValueText';
import css from './Conflict.module.css';
import { combined, type Conflict } from './model';

type Head = Conflict['heads'][number];

/** How a value got here: typed, from a list, or in a bundle, and whose. */
function Source({ origin }: Pick<Head, 'origin'>) {
  if (origin.type === 'typed') return <T id="conflict.typed" />;
  if (origin.type === 'file') return <Origin origin={origin} />;
  return <T id="conflict.bundle" values={{ sender: <Name>{origin.sender}</Name> }} />;
}

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
          source: <Source origin={head.origin} />,
        }))}
        onSettle={(id) => {
          const chosen = heads.find(({ change }) => change === id);
          if (chosen !== undefined) settle(chosen.value);
        }}
        {...(onLeave && { onLeave })}
      />
      <WriteOther kind={kind} path={path} field={field} heads={heads} onWrite={settle} />
    </div>
  );
}

type WriteProps = {
  readonly kind: RecordKind;
  readonly path: string;
  readonly field: string;
  readonly heads: Conflict['heads'];
  readonly onWrite: (value: JsonValue) => void;
};

/** Another value than those there are, or texts made one. */
function WriteOther({ kind, path, field, heads, onWrite }: WriteProps) {
  const [first, setFirst] = useState<JsonValue>();
  const [isOpen, setOpen] = useState(false);
  const name = fieldOf(path);
  const of = useFields(kind)?.[name];
  if (of === undefined || of.type === 'json') return null;
  const both = of.type === 'text' ? combined(heads, of.isLong) : undefined;
  const begin = (value: JsonValue | undefined): void => {
    setFirst(value);
    setOpen(true);
  };
  if (!isOpen)
    return (
      <div className={css.ways}>
        {both !== undefined && (
          <Button
            kind="quiet"
            onPress={() => {
              begin(both);
            }}
          >
            <T id="conflict.combine" />
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() => {
            begin(undefined);
          }}
        >
          <T id="conflict.other" />
        </Button>
      </div>
    );
  return <Other kind={kind} name={name} of={of} field={field} first={first} onWrite={onWrite} />;
}

type OtherProps = Pick<WriteProps, 'kind' | 'field' | 'onWrite'> & {
  readonly name: string;
  readonly of: FormField;
  readonly first: JsonValue | undefined;
};

function Other({ kind, name, of, field, first, onWrite }: OtherProps) {
  const t = useText();
  const [typed, setTyped] = useState<{
    readonly value: JsonValue | undefined;
    readonly problem?: string | undefined;
  }>({ value: first });
  const { value, problem } = typed;
  return (
    <div className={css.other}>
      <FieldEditor
        autoFocus
        kind={kind}
        name={name}
        field={of}
        label={t('conflict.written', { field })}
        value={value}
        error={problem}
        onChange={(next, wrong) => {
          setTyped({ value: next, problem: wrong });
        }}
      />
      <Button
        off={value === undefined || problem !== undefined ? t('conflict.blank') : undefined}
        onPress={() => {
          if (value !== undefined) onWrite(typeof value === 'string' ? value.trim() : value);
        }}
      >
        <T id="conflict.write" />
      </Button>
    </div>
  );
}
