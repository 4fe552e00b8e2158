import type { ReactNode } from 'react';
import { Name, T, useText } from '#i18n';
import { InspectorRow, InspectorSection, Status, text } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { useGo } from '#renderer/app/navigation';
import { useFieldWords } from '../forms';
import { RecordSide } from '../parts/RecordSide';
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

/** One person beside the list: how to reach them safely, who they are. */
export function PersonSide({ id }: { readonly id: RecordId }) {
  const t = useText();
  const go = useGo();
  return (
    <RecordSide
      kind="contact"
      id={id}
      label={t('people.one')}
      trashed={(contact) => t('people.trashed', { name: contact.label })}
      onTrashed={() => {
        go({ to: 'people' });
      }}
      about={(contact) => <Facts contact={contact} />}
    >
      {(contact) => (
        <>
          <SafeWays contact={contact} />
          <Reach contact={contact} />
        </>
      )}
    </RecordSide>
  );
}
