import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Name, T, useText } from '#i18n';
import { Button, Inspector } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import { FormPanel } from '../forms';
import { isOf } from './is-of';
import css from './RecordSide.module.css';

type Props<K extends RecordKind> = {
  readonly kind: K;
  readonly id: RecordId;
  /** Spoken name of the side. */
  readonly label: string;
  /** Said once it is in the trash. */
  readonly trashed: (record: RecordView<K>) => string;
  readonly onTrashed: () => void;
  /** Under the name: what it is. */
  readonly about: (record: RecordView<K>) => ReactNode;
  readonly children: (record: RecordView<K>) => ReactNode;
};

/** One record beside its list: its name, what can be done with it, what is known of it. */
export function RecordSide<K extends RecordKind>(props: Props<K>) {
  const { kind, id, label, trashed, onTrashed, about, children } = props;
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => value(rihai.records.get({ id })),
  });
  if (error !== null)
    return (
      <Inspector label={label}>
        <CodedError error={error} />
      </Inspector>
    );
  if (!isOf(kind, data)) return <Inspector label={label}>{null}</Inspector>;
  const trash = async (): Promise<void> => {
    const result = await run(rihai.records.trash({ id }), trashed(data));
    if (result.ok) onTrashed();
  };
  return (
    <Inspector label={label}>
      <h2 className={css.title}>
        <Name>{data.label === '' ? t('side.unnamed') : data.label}</Name>
      </h2>
      {about(data)}
      <div className={css.actions}>
        <Button
          icon={Pencil}
          onPress={() => {
            setEditing(true);
          }}
        >
          <T id="side.edit" />
        </Button>
        <Button kind="quiet" icon={Trash2} onPress={() => void trash()}>
          <T id="side.trash" />
        </Button>
      </div>
      {children(data)}
      <FormPanel
        title={isEditing ? `kind.${kind}` : undefined}
        onClose={() => {
          setEditing(false);
        }}
        form={{ kind, id }}
      />
    </Inspector>
  );
}
