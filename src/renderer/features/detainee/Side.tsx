import type { ReactNode } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, Inspector, InspectorRow, InspectorSection, Status, text } from '#ui';
import { useGo } from '#renderer/app/navigation';
import { useDocumentTypes } from '../documents/use-document-types';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { OpenClock } from '../parts/ClockWhy';
import { SafeWay } from './PeopleTab';
import css from './Detainee.module.css';
import { labelIn, latestDocuments, openClocks, type PersonPage } from './model';
import { linkForm, type OnForm } from './person-forms';

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

/** What a section says while there is nothing in it. */
function Nothing({ children }: { readonly children: ReactNode }) {
  return (
    <InspectorRow>
      <span className={text.quieter}>{children}</span>
    </InspectorRow>
  );
}

type AddProps = { readonly label: string; readonly onPress: () => void };

/** `Add`; what is said of it tells one from another. */
function Add({ label, onPress }: AddProps) {
  const t = useText();
  return (
    <Button kind="quiet" aria-label={`${t('form.add')}: ${label}`} onPress={onPress}>
      <T id="form.add" />
    </Button>
  );
}

/** Limits that run or have passed, each with its reasoning. */
function Clocks({ page }: { readonly page: PersonPage }) {
  const today = useToday();
  const go = useGo();
  const open = openClocks(page);
  if (open.length === 0) return null;
  return (
    <InspectorSection title={<T id="detainee.tab.clocks" />} count={open.length}>
      {open.slice(0, FEW).map((clock) => (
        <InspectorRow
          key={`${clock.rule} ${clock.subject}`}
          note={
            <span className={css.limit}>
              <OpenClock clock={clock} today={today} />
              <Name>{clock.matterLabel}</Name>
            </span>
          }
        >
          <Name>{clock.label}</Name>
        </InspectorRow>
      ))}
      {open.length > FEW && (
        <Button
          kind="quiet"
          onPress={() => {
            go({ to: 'detainee', id: page.record.id, tab: 'clocks' });
          }}
        >
          <T id="detainee.more" values={{ count: open.length - FEW }} />
        </Button>
      )}
    </InspectorSection>
  );
}

function Contacts({ page, onForm }: Props) {
  const t = useText();
  const words = useFieldWords();
  const go = useGo();
  if (page.contacts.length === 0)
    return (
      <InspectorSection
        title={<T id="detainee.tab.people" />}
        end={
          <Add
            label={t('detainee.add.link')}
            onPress={() => {
              onForm(linkForm(page.record.id));
            }}
          />
        }
      >
        <Nothing>
          <T id="detainee.side.nobody" />
        </Nothing>
      </InspectorSection>
    );
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

/** Each case with its next date, and how the person stands in it. */
function Matters({ page }: { readonly page: PersonPage }) {
  const go = useGo();
  const words = useFieldWords();
  const days = useDays(useToday());
  if (page.cases.length === 0) return null;
  return (
    <InspectorSection title={<T id="detainee.tab.cases" />} count={page.cases.length}>
      {page.cases.map(({ record, accused, charges, status, nextOn }) => (
        <InspectorRow
          key={accused.id}
          isName
          end={nextOn === undefined ? <T id="detainee.next.none" /> : days.weekday(nextOn)}
          note={
            <Name>
              {[
                status && words.choice(status, 'accused', 'statuses'),
                ...charges.map((one) => one.section?.written ?? one.record.label),
              ]
                .filter(Boolean)
                .join(', ')}
            </Name>
          }
          onPress={() => {
            go({ to: 'case', id: record.id });
          }}
        >
          {record.label === '' ? <T id="record.unnamed" /> : <Name>{record.label}</Name>}
        </InspectorRow>
      ))}
    </InspectorSection>
  );
}

/** The papers that came last. */
function Papers({ page }: { readonly page: PersonPage }) {
  const go = useGo();
  const days = useDays(useToday());
  const typeOf = useDocumentTypes();
  if (page.documents.length === 0) return null;
  return (
    <InspectorSection title={<T id="detainee.tab.documents" />} count={page.documents.length}>
      {latestDocuments(page)
        .slice(0, FEW)
        .map(({ id, label, fields }) => (
          <InspectorRow
            key={id}
            end={fields.on && days.words(edtfOf(fields.on))}
            {...(fields.type !== undefined && { note: typeOf(fields.type) })}
            onPress={() => {
              go({ to: 'documents', id });
            }}
          >
            {label === '' ? <T id="record.unnamed" /> : <Name>{label}</Name>}
          </InspectorRow>
        ))}
      {page.documents.length > FEW && (
        <Button
          kind="quiet"
          onPress={() => {
            go({ to: 'detainee', id: page.record.id, tab: 'documents' });
          }}
        >
          <T id="detainee.more" values={{ count: page.documents.length - FEW }} />
        </Button>
      )}
    </InspectorSection>
  );
}

function Tasks({ page, onForm }: Props) {
  const t = useText();
  const days = useDays(useToday());
  const open = page.tasks.filter(({ record }) => record.fields.doneOn === undefined);
  const add = (
    <Add
      label={t('detainee.add.task')}
      onPress={() => {
        onForm({ title: 'detainee.add.task', kind: 'task' });
      }}
    />
  );
  const count = open.length === 0 ? {} : { count: open.length };
  return (
    <InspectorSection title={<T id="detainee.tasks" />} end={add} {...count}>
      {open.length === 0 && (
        <Nothing>
          <T id="detainee.side.noTask" />
        </Nothing>
      )}
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
      <Clocks page={page} />
      <Matters page={page} />
      <Tasks page={page} onForm={onForm} />
      <Contacts page={page} onForm={onForm} />
      <Papers page={page} />
    </Inspector>
  );
}
