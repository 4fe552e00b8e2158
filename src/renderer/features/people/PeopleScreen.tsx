import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import {
  Button,
  EmptyState,
  Facets,
  FilterChip,
  ListSheet,
  SearchField,
  SheetHead,
  Split,
} from '#ui';
import { CONTACT_ROLES } from '#shared/domain/records/people';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { FormPanel, useFieldWords } from '../forms';
import { usePages } from '../parts/use-pages';
import { useRoleCounts } from './use-role-counts';
import { PeopleTable } from './PeopleTable';
import { PersonSide } from './PersonSide';

type FacetProps = {
  readonly role: string | undefined;
  readonly onRole: (role: string | undefined) => void;
};

/** Roles that somebody has, with how many. */
function Roles({ role, onRole }: FacetProps) {
  const words = useFieldWords();
  const counts = useRoleCounts();
  const values = CONTACT_ROLES.flatMap((id) => {
    const count = counts[id];
    return count === undefined ? [] : [{ id, label: words.choice(id, 'contact', 'roles'), count }];
  });
  return (
    <Facets
      groups={
        values.length === 0 ? [] : [{ id: 'role', label: words.field('contact', 'roles'), values }]
      }
      isChosen={(_, id) => id === role}
      onToggle={(_, id) => {
        onRole(id === role ? undefined : id);
      }}
    />
  );
}

type HeadProps = FacetProps & {
  readonly count: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onAdd: (isAdding: true) => void;
};

function Head({ count, role, onRole, text, onText, onAdd }: HeadProps) {
  const t = useText();
  const words = useFieldWords();
  return (
    <SheetHead
      title={<T id="people.title" />}
      note={
        <>
          <T id="people.count" values={{ count }} />{' '}
          {role !== undefined && (
            <FilterChip
              onRemove={() => {
                onRole(undefined);
              }}
            >
              {words.choice(role, 'contact', 'roles')}
            </FilterChip>
          )}
        </>
      }
      actions={
        <>
          <SearchField label={t('people.search')} value={text} onChange={onText} />
          <Button
            kind="main"
            icon={UserPlus}
            onPress={() => {
              onAdd(true);
            }}
          >
            <T id="people.add" />
          </Button>
        </>
      }
    />
  );
}

type Props = { readonly id?: RecordId | undefined };

/** Everyone the cases need besides the detainees: counsel, families, officers, sureties, sources. */
export function PeopleScreen({ id }: Props) {
  const go = useGo();
  const [text, setText] = useState('');
  const [role, setRole] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const asked = {
    ...(text.trim() === '' ? {} : { text }),
    ...(role === undefined ? {} : { role }),
  };
  const pages = usePages(['people', 'list', asked], (page) =>
    value(rihai.people.list({ ...asked, ...page })),
  );
  const filter = { role, onRole: setRole };
  const open = (one: RecordId): void => {
    go({ to: 'people', id: one });
  };
  const close = (): void => {
    setAdding(false);
  };
  const head = (
    <Head {...filter} count={pages.total} text={text} onText={setText} onAdd={setAdding} />
  );
  const isNarrow = Object.keys(asked).length > 0;
  const empty = (
    <EmptyState title={<T id={isNarrow ? 'people.none' : 'people.empty'} />}>
      {isNarrow ? undefined : <T id="people.empty.how" />}
    </EmptyState>
  );
  return (
    <Split
      start={<Roles {...filter} />}
      end={id === undefined ? undefined : <PersonSide key={id} id={id} />}
    >
      <ListSheet head={head}>
        {pages.error === null ? (
          <PeopleTable
            pages={pages}
            isNarrow={id !== undefined}
            onOpen={open}
            empty={pages.isRead && empty}
          />
        ) : (
          <CodedError error={pages.error} />
        )}
      </ListSheet>
      <FormPanel
        title={isAdding ? 'people.add.title' : undefined}
        onClose={close}
        form={{
          kind: 'contact',
          onCancel: close,
          onSaved: (made) => {
            close();
            open(made);
          },
        }}
      />
    </Split>
  );
}
