import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Checkbox, Panel, TextField } from '#ui';
import { nameFault } from '../secrets/hand-name';
import { useStep } from '../settings/use-step';
import { StateChip, standingOf } from './CardState';
import css from './Desks.module.css';
import type { Card, CardGroup } from './model';

type Props = {
  readonly cards: readonly Card[];
  /** A new one without it. */
  readonly group?: CardGroup;
  readonly onClose: () => void;
};

/** What is typed of a group, and how it is saved. */
function useGroup({ group, onClose }: Omit<Props, 'cards'>) {
  const { isPending, error, run } = useStep();
  const [name, setName] = useState(group?.name ?? '');
  const [members, setMembers] = useState<ReadonlySet<string>>(
    new Set(group?.members.map(({ id }) => id)),
  );
  const [isTried, setTried] = useState(false);
  const fault = nameFault(name);
  const save = async (): Promise<void> => {
    setTried(true);
    if (fault !== undefined || isPending) return;
    const result = await run(() =>
      rihai.cards.setGroup({ name: name.trim(), members: [...members] }),
    );
    if (result.ok) onClose();
  };
  const shownFault = isTried ? fault : undefined;
  return { isPending, error, name, setName, members, setMembers, fault: shownFault, save };
}

/** Who is in a group; its name is what bundles are made for, and stays. */
export function GroupPanel({ cards, group, onClose }: Props) {
  const t = useText();
  const { isPending, error, name, setName, members, setMembers, fault, save } = useGroup({
    ...(group && { group }),
    onClose,
  });
  const isNew = group === undefined;
  const isDropped = !isNew && members.size === 0;
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id={isNew ? 'desks.group.new' : 'desks.group.edit'} />}
      foot={
        <Button
          kind={isDropped ? 'risk' : 'main'}
          isPending={isPending}
          off={isNew && members.size === 0 ? t('desks.group.empty') : undefined}
          onPress={() => void save()}
        >
          <T id={isDropped ? 'desks.group.drop' : 'desks.group.save'} />
        </Button>
      }
    >
      <div className={css.form}>
        {isNew ? (
          <GroupName name={name} onChange={setName} fault={fault} />
        ) : (
          <Name className={css.ownName}>{group.name}</Name>
        )}
        <Members cards={cards} members={members} onChange={setMembers} />
        {isDropped && (
          <p className={css.lead}>
            <T id="desks.group.drop.lead" />
          </p>
        )}
        {error !== undefined && <CodedError error={error} />}
      </div>
    </Panel>
  );
}

type NameProps = {
  readonly name: string;
  readonly fault: ReturnType<typeof nameFault>;
  readonly onChange: (name: string) => void;
};

function GroupName({ name, fault, onChange }: NameProps) {
  const t = useText();
  return (
    <TextField
      autoFocus
      label={t('desks.group.name')}
      value={name}
      onChange={onChange}
      error={fault && t(`desks.group.name.${fault}`)}
    />
  );
}

type MembersProps = {
  readonly cards: readonly Card[];
  readonly members: ReadonlySet<string>;
  readonly onChange: (members: ReadonlySet<string>) => void;
};

function Members({ cards, members, onChange }: MembersProps) {
  const put = (id: string, isIn: boolean): void => {
    const others = [...members].filter((one) => one !== id);
    onChange(new Set(isIn ? [...others, id] : others));
  };
  return (
    <fieldset className={css.choices}>
      <legend>
        <T id="desks.group.members" />
      </legend>
      {cards.map((card) => (
        <div key={card.id} className={css.choice}>
          <Checkbox
            isSelected={members.has(card.id)}
            onChange={(isIn) => {
              put(card.id, isIn);
            }}
          >
            <Name>{card.name}</Name>
          </Checkbox>
          <StateChip standing={standingOf(card)} />
        </div>
      ))}
    </fieldset>
  );
}
