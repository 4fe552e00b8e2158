import type { ReactNode } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Inspector, InspectorRow, InspectorSection, Status, text } from '#ui';
import { useGo } from '#renderer/app/navigation';
import { useFieldWords, useToday } from '../forms';
import { SafeWay } from './PeopleTab';
import { labelIn, type PersonPage } from './model';
import type { OnForm } from './person-forms';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

const Privileged = () => (
  <Status sign="privileged" isQuiet>
    <T id="detainee.privileged" />
  </Status>
);

function Needs({ page }: { readonly page: PersonPage }) {
  const { health = [], safety, dependants } = page.record.fields;
  const lines: readonly ReactNode[] = [safety, dependants].filter((line) => line !== undefined);
  if (health.length === 0 && lines.length === 0) return null;
  return (
    <InspectorSection title={<T id="detainee.needs" />} end={<Privileged />}>
      {health.map(({ id, value }) => (
        <InspectorRow
          key={id}
          {...(value.need !== undefined && { note: <Name>{value.need}</Name> })}
        >
          <Name>{value.what}</Name>
        </InspectorRow>
      ))}
      {lines.map((line, at) => (
        <InspectorRow key={at}>
          <Name>{line}</Name>
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

const FEW = 3;

function Contacts({ page }: { readonly page: PersonPage }) {
  const words = useFieldWords();
  const go = useGo();
  if (page.contacts.length === 0) return null;
  return (
    <InspectorSection
      title={<T id="detainee.tab.people" />}
      count={page.contacts.length}
      end={<Privileged />}
    >
      {page.contacts.slice(0, FEW).map(({ link, contact }) => (
        <InspectorRow
          key={link.id}
          isName
          end={link.fields.role && words.choice(link.fields.role, 'link', 'role')}
          note={<SafeWay contact={contact} />}
        >
          <Name>{contact.label}</Name>
        </InspectorRow>
      ))}
      {page.contacts.length > FEW && (
        <Button
          kind="quiet"
          onPress={() => {
            go({ to: 'detainee', id: page.record.id, tab: 'people' });
          }}
        >
          <T id="detainee.more" values={{ count: page.contacts.length - FEW }} />
        </Button>
      )}
    </InspectorSection>
  );
}

function Matters({ page }: { readonly page: PersonPage }) {
  const go = useGo();
  if (page.cases.length === 0) return null;
  return (
    <InspectorSection title={<T id="detainee.tab.cases" />} count={page.cases.length}>
      {page.cases.map(({ record, accused, charges, status }) => (
        <InspectorRow
          key={accused.id}
          isName
          end={<CaseStatus status={status} />}
          note={
            <Name>{charges.map((one) => one.section?.written ?? one.record.label).join(', ')}</Name>
          }
          onPress={() => {
            go({ to: 'case', id: record.id });
          }}
        >
          <Name>{record.label}</Name>
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

function CaseStatus({ status }: { readonly status: string | undefined }) {
  const words = useFieldWords();
  return status === undefined ? null : words.choice(status);
}

function Tasks({ page, onForm }: Props) {
  const t = useText();
  const days = useDays(useToday());
  const open = page.tasks.filter(({ record }) => record.fields.doneOn === undefined);
  const add = (
    <Button
      kind="quiet"
      onPress={() => {
        onForm({ title: 'detainee.add.task', kind: 'task' });
      }}
    >
      {t('form.add')}
    </Button>
  );
  return (
    <InspectorSection title={<T id="detainee.tasks" />} count={open.length} end={add}>
      {open.map(({ record, due, isOverdue }) => (
        <InspectorRow
          key={record.id}
          end={
            due !== undefined && (
              <span className={isOverdue ? text.name : undefined}>
                {isOverdue ? (
                  <T id="detainee.task.overdue" values={{ date: days.short(due) }} />
                ) : (
                  days.short(due)
                )}
              </span>
            )
          }
          note={<Name>{labelIn(page, record.fields.assignee)}</Name>}
          onPress={() => {
            onForm({ title: 'kind.task', kind: 'task', id: record.id });
          }}
        >
          <Name>{record.fields.title ?? ''}</Name>
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

/** What one glances at: needs, people, cases, what is to be done. */
export function Side({ page, onForm }: Props) {
  const t = useText();
  return (
    <Inspector label={t('detainee.side')}>
      <Needs page={page} />
      <Contacts page={page} />
      <Matters page={page} />
      <Tasks page={page} onForm={onForm} />
    </Inspector>
  );
}
