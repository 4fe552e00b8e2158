import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Panel, RadioGroup } from '#ui';
import { useStep } from '../settings/use-step';
import css from './Desks.module.css';
import { Digits } from './Digits';
import type { Card, SeenCard } from './model';

type Props = {
  readonly seen: SeenCard;
  readonly cards: readonly Card[];
  readonly onClose: () => void;
  /** It is kept, and can be compared. */
  readonly onAdded: (id: string) => void;
};

const NEW = 'new';

/** A card before it is kept: what it says, and whose it is. */
export function AddCard({ seen, cards, onClose, onAdded }: Props) {
  const t = useText();
  const { isPending, error, run } = useStep();
  const alike = new Set(seen.alike);
  const named = cards.filter(({ id }) => alike.has(id));
  const [whose, setWhose] = useState<string | undefined>(named.length === 0 ? NEW : undefined);
  const add = async (): Promise<void> => {
    if (whose === undefined || isPending) return;
    const of = whose === NEW ? {} : { of: whose };
    const result = await run(() => rihai.cards.add({ file: seen.file.slice(), ...of }));
    if (result.ok) onAdded(result.value.id);
  };
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="desks.add.title" values={{ name: <Name>{seen.name}</Name> }} />}
      foot={
        <Button
          kind="main"
          isPending={isPending}
          off={whose === undefined ? t('desks.add.whose.first') : undefined}
          onPress={() => void add()}
        >
          <T id="desks.add.verb" />
        </Button>
      }
    >
      <div className={css.form}>
        <Digits digits={seen.digits} />
        <p className={css.lead}>
          <T id="desks.add.lead" />
        </p>
        {named.length > 0 && (
          <RadioGroup
            label={t('desks.add.whose')}
            value={whose}
            onChange={setWhose}
            options={[
              ...named.map(({ id, name, digits }) => ({
                id,
                label: t('desks.add.replaces', { name, group: digits[0] ?? '' }),
                note: t('desks.add.replaces.note'),
              })),
              { id: NEW, label: t('desks.add.new'), note: t('desks.add.new.note') },
            ]}
          />
        )}
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Panel>
  );
}
