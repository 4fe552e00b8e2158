import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { T, useText } from '#i18n';
import { Button, EmptyState, type FacetValue } from '#ui';
import { CONTACT_ROLES } from '#shared/domain/records/people';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { FormPanel, useFieldWords } from '../forms';
import { ListAndSide } from '../parts/ListAndSide';
import { ListHead } from '../parts/ListHead';
import { OneFacet } from '../parts/OneFacet';
import { useNarrowed } from '../parts/use-narrowed';
import { PeopleTable } from './PeopleTable';
import { PersonSide } from './PersonSide';
import { useRoleCounts } from './use-role-counts';

/** Roles that somebody has, with how many. */
function useRoles(): readonly FacetValue[] | undefined {
  const words = useFieldWords();
  const counts = useRoleCounts();
  if (counts === undefined) return undefined;
  return CONTACT_ROLES.flatMap((id) => {
    const count = counts[id];
    return count === undefined ? [] : [{ id, label: words.choice(id, 'contact', 'roles'), count }];
  });
}

type EmptyProps = { readonly isNarrow: boolean; readonly add: ReactNode };

function Empty({ isNarrow, add }: EmptyProps) {
  if (isNarrow) return <EmptyState title={<T id="people.none" />} />;
  return (
    <EmptyState title={<T id="people.empty" />} action={add}>
      <T id="people.empty.how" />
    </EmptyState>
  );
}

function AddButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button kind="main" icon={UserPlus} onPress={onPress}>
      <T id="people.add" />
    </Button>
  );
}

type NewProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onMade: (id: RecordId) => void;
};

function NewPerson({ isOpen, onClose, onMade }: NewProps) {
  return (
    <FormPanel
      title={isOpen ? 'people.add.title' : undefined}
      onClose={onClose}
      form={{
        kind: 'contact',
        onCancel: onClose,
        onSaved: (made) => {
          onClose();
          onMade(made);
        },
      }}
    />
  );
}

type Props = { readonly id?: RecordId | undefined };

/** Everyone the cases need besides the detainees: counsel, families, officers, sureties, sources. */
export function PeopleScreen({ id }: Props) {
  const t = useText();
  const go = useGo();
  const words = useFieldWords();
  const roles = useRoles();
  const [isAdding, setAdding] = useState(false);
  const { pages, sought, chosen, choose, isNarrow, filters } = useNarrowed(
    'people',
    'role',
    (asked) => value(rihai.people.list(asked)),
  );
  const open = (one: RecordId): void => {
    go({ to: 'people', id: one });
  };
  const close = (): void => {
    setAdding(false);
  };
  const add = (
    <AddButton
      onPress={() => {
        setAdding(true);
      }}
    />
  );
  return (
    <>
      <ListAndSide
        facet={
          <OneFacet
            label={words.field('contact', 'roles')}
            values={roles}
            chosen={chosen}
            onChoose={choose}
          />
        }
        head={
          <ListHead
            title={<T id="people.title" />}
            count={<T id="people.count" values={{ count: pages.total }} />}
            filters={filters((role) => words.choice(role, 'contact', 'roles'))}
            search={t('people.search')}
            sought={sought}
            add={add}
          />
        }
        error={pages.error}
        side={id === undefined ? undefined : <PersonSide key={id} id={id} />}
      >
        <PeopleTable
          pages={pages}
          isNarrow={id !== undefined}
          onOpen={open}
          empty={pages.isRead && <Empty isNarrow={isNarrow} add={add} />}
        />
      </ListAndSide>
      <NewPerson isOpen={isAdding} onClose={close} onMade={open} />
    </>
  );
}
