import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#i18n';
import { Sheet, SheetRow, Split, Tabs, type TabItem } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { FormPanel, RecordForm, useFieldWords } from '../forms';
import { HistoryPanel } from '../history/HistoryPanel';
import { CasesTab } from './CasesTab';
import { ClaimsTab } from './ClaimsTab';
import { ClocksTab } from './ClocksTab';
import { CustodyTab } from './CustodyTab';
import css from './Detainee.module.css';
import { DocumentsTab } from './DocumentsTab';
import type { PersonPage } from './model';
import { PeopleTab } from './PeopleTab';
import { formOf, type OnForm, type PersonForm } from './person-forms';
import { PersonHead } from './PersonHead';
import { Side } from './Side';

const TABS = [
  'custody',
  'cases',
  'people',
  'documents',
  'claims',
  'clocks',
  'details',
  'history',
] as const;
type Tab = (typeof TABS)[number];

const tabOf = (tab: string | undefined): Tab => TABS.find((known) => known === tab) ?? 'custody';

function countOf(page: PersonPage, tab: Tab): number | undefined {
  if (tab === 'people') return page.contacts.length;
  if (tab === 'custody' || tab === 'details' || tab === 'history') return undefined;
  return page[tab].length;
}

type ContentProps = {
  readonly tab: Tab;
  readonly page: PersonPage;
  readonly onForm: OnForm;
  readonly onTrashed: () => void;
};

function Content({ tab, page, onForm, onTrashed }: ContentProps) {
  switch (tab) {
    case 'custody':
      return <CustodyTab page={page} onForm={onForm} />;
    case 'cases':
      return <CasesTab page={page} onForm={onForm} />;
    case 'people':
      return <PeopleTab page={page} onForm={onForm} />;
    case 'documents':
      return <DocumentsTab page={page} />;
    case 'claims':
      return <ClaimsTab page={page} onForm={onForm} />;
    case 'clocks':
      return <ClocksTab page={page} onForm={onForm} />;
    case 'details':
      return (
        <SheetRow>
          <div className={css.details}>
            <RecordForm kind="person" id={page.record.id} onTrashed={onTrashed} />
          </div>
        </SheetRow>
      );
    case 'history':
      return <HistoryPanel record={page.record.id} />;
  }
}

type Props = { readonly id: RecordId; readonly tab?: string | undefined };

/** Everything of one detainee: custody, cases, people, papers, what is said, what runs out. */
export function DetaineeScreen({ id, tab }: Props) {
  const t = useText();
  const go = useGo();
  const words = useFieldWords();
  const [form, setForm] = useState<PersonForm>();
  const { data: page, error } = useQuery({
    queryKey: ['persons', 'one', { id }],
    queryFn: () => value(rihai.persons.one({ id })),
  });
  if (error !== null) return <CodedError error={error} />;
  if (page === undefined) return <Split>{null}</Split>;
  const close = (): void => {
    setForm(undefined);
  };
  const tabs: readonly TabItem<Tab>[] = TABS.map((one) => {
    const count = countOf(page, one);
    return { id: one, label: t(`detainee.tab.${one}`), ...(count !== undefined && { count }) };
  });
  const shown = tabOf(tab);
  return (
    <Split end={<Side page={page} onForm={setForm} />} endSize="small">
      <Sheet>
        <PersonHead page={page} onForm={setForm} />
        <Tabs
          isOnSheet
          label={t('detainee.tabs')}
          tabs={tabs}
          selected={shown}
          onSelect={(next) => {
            go({ to: 'detainee', id, tab: next });
          }}
        >
          <Content
            tab={shown}
            page={page}
            onForm={setForm}
            onTrashed={() => {
              go({ to: 'detainees' });
            }}
          />
        </Tabs>
      </Sheet>
      <FormPanel
        title={form?.title}
        onClose={close}
        form={form && formOf(form, page, words, close)}
      />
    </Split>
  );
}
