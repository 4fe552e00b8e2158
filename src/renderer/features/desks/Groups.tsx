import { Pencil, Users } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { useOff } from '../settings/use-off';
import { FactsRow } from '../parts/FactsRow';
import css from './Desks.module.css';
import { GroupPanel } from './GroupPanel';
import type { Card, CardGroup } from './model';

type Props = { readonly cards: readonly Card[]; readonly groups: readonly CardGroup[] };

/** Desks that get the same things. */
export function Groups({ cards, groups }: Props) {
  const t = useText();
  const off = useOff();
  const [open, setOpen] = useState<CardGroup | 'new'>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <section>
      <SheetSection title={<T id="desks.groups" />} note={groups.length} />
      {groups.map((group) => (
        <SheetRow key={group.id}>
          <FactsRow
            acts={
              <Button
                kind="quiet"
                icon={Pencil}
                off={off}
                onPress={() => {
                  setOpen(group);
                }}
              >
                <T id="desks.group.edit" />
              </Button>
            }
          >
            <Name className={text.name}>{group.name}</Name>
            <ul className={css.members}>
              {group.members.map(({ id, name }) => (
                <li key={id}>
                  <Name>{name}</Name>
                </li>
              ))}
            </ul>
          </FactsRow>
        </SheetRow>
      ))}
      <SheetRow>
        <p className={css.lead}>
          <T id="desks.groups.lead" />
        </p>
        <Button
          icon={Users}
          off={off ?? (cards.length === 0 ? t('desks.group.none') : undefined)}
          onPress={() => {
            setOpen('new');
          }}
        >
          <T id="desks.group.new" />
        </Button>
      </SheetRow>
      {open !== undefined && (
        <GroupPanel cards={cards} {...(open !== 'new' && { group: open })} onClose={close} />
      )}
    </section>
  );
}
