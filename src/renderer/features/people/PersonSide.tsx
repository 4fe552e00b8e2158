import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Name, T, useText } from '#i18n';
import { Button, Inspector, InspectorRow, InspectorSection, Status, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError, run } from '#renderer/app/parts';
import { FormPanel, useFieldWords } from '../forms';
import { isOf } from '../parts/is-of';
import css from './People.module.css';

type ContactProps = { readonly contact: RecordView<'contact'> };

/** How someone may be reached without harm, before any number. */
function SafeWays({ contact }: ContactProps) {
  const words = useFieldWords();
  const { safeWay, safeHours, codeWord, mayBeTold } = contact.fields;
  const lines = Object.entries({ safeWay, safeHours, codeWord, mayBeTold });
  const known = lines.filter(([, said]) => said !== undefined);
  return (
    <InspectorSection
      title={<T id="people.safe" />}
      end={
        <Status sign="privileged" isQuiet>
          <T id="people.privileged" />
        </Status>
      }
    >
      {known.length === 0 && (
        <p className={text.quiet}>
          <T id="people.safe.none" />
        </p>
      )}
      {known.map(([name, said]) => (
        <InspectorRow key={name} note={<Name>{said}</Name>}>
          <span className={text.quieter}>{words.field('contact', name)}</span>
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

/** Numbers and addresses. */
function Reach({ contact }: ContactProps) {
  const { phones = [], emails = [], addresses = [] } = contact.fields;
  const rows: readonly {
    readonly id: string;
    readonly shown: ReactNode;
    readonly note?: string;
  }[] = [
    ...phones.map(({ id, value: { number, note } }) => ({
      id,
      shown: <Name>{number}</Name>,
      ...(note !== undefined && { note }),
    })),
    ...emails.map(({ id, value: mail }) => ({ id, shown: <Name>{mail}</Name> })),
    ...addresses.map(({ id, value: { text: address, district } }) => ({
      id,
      shown: <Name>{[address, district].filter(Boolean).join(', ')}</Name>,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <InspectorSection title={<T id="people.reach" />}>
      {rows.map(({ id, shown, note }) => (
        <InspectorRow key={id} {...(note !== undefined && { note: <Name>{note}</Name> })}>
          {shown}
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

function Facts({ contact }: ContactProps) {
  const words = useFieldWords();
  const { roles = [], organisation, enrolmentNumber, notes, names = [] } = contact.fields;
  const others = names.map(({ value: name }) => name.text).filter((name) => name !== contact.label);
  const lines = Object.entries({ organisation, enrolmentNumber, notes });
  return (
    <>
      <p className={text.quiet}>
        {roles.map(({ value: role }) => words.choice(role, 'contact', 'roles')).join(', ')}
      </p>
      {others.map((name) => (
        <p key={name} className={text.quiet}>
          <Name>{name}</Name>
        </p>
      ))}
      {lines.map(
        ([name, said]) =>
          said !== undefined && (
            <p key={name} className={css.fact}>
              <span className={text.quieter}>{words.field('contact', name)}</span>{' '}
              <Name>{said}</Name>
            </p>
          ),
      )}
    </>
  );
}

/** One person beside the list: how to reach them safely, who they are, edited in place. */
export function PersonSide({ id }: { readonly id: RecordId }) {
  const t = useText();
  const go = useGo();
  const [isEditing, setEditing] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['records', 'get', { id }],
    queryFn: () => value(rihai.records.get({ id })),
  });
  const label = t('people.one');
  if (error !== null)
    return (
      <Inspector label={label}>
        <CodedError error={error} />
      </Inspector>
    );
  if (!isOf('contact', data)) return <Inspector label={label}>{null}</Inspector>;
  const trash = (): void => {
    void run(rihai.records.trash({ id }), t('people.trashed', { name: data.label })).then(
      (result) => {
        if (result.ok) go({ to: 'people' });
      },
    );
  };
  return (
    <Inspector label={label}>
      <h2 className={css.title}>
        <Name>{data.label}</Name>
      </h2>
      <Facts contact={data} />
      <div className={css.actions}>
        <Button
          icon={Pencil}
          onPress={() => {
            setEditing(true);
          }}
        >
          <T id="people.edit" />
        </Button>
        <Button kind="quiet" icon={Trash2} onPress={trash}>
          <T id="people.trash" />
        </Button>
      </div>
      <SafeWays contact={data} />
      <Reach contact={data} />
      <FormPanel
        title={isEditing ? 'kind.contact' : undefined}
        onClose={() => {
          setEditing(false);
        }}
        form={{ kind: 'contact', id }}
      />
    </Inspector>
  );
}
