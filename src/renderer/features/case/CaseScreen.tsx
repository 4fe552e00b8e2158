import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#i18n';
import { Sheet, Split, Tabs, type TabItem } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { FormPanel } from '../forms';
import { AccusedTab } from './AccusedTab';
import { CaseHead } from './CaseHead';
import { CaseTab } from './CaseTab';
import { Clocks } from './Clocks';
import { DetailsTab } from './DetailsTab';
import { DocumentsTab } from './DocumentsTab';
import { HistoryTab } from './HistoryTab';
import { hasClocks } from './folded-clocks';
import { formOf, type CaseForm } from './case-forms';
import type { CasePage } from './model';
import { OrdersTab } from './OrdersTab';
import { TasksTab } from './TasksTab';

const TABS = ['case', 'accused', 'orders', 'documents', 'tasks', 'details', 'history'] as const;
type Tab = (typeof TABS)[number];

const tabOf = (tab: string | undefined): Tab => TABS.find((known) => known === tab) ?? 'case';

const countOf = (page: CasePage, tab: Tab): number | undefined => {
  if (tab === 'accused' || tab === 'orders' || tab === 'documents') return page[tab].length;
  if (tab !== 'tasks') return undefined;
  return page.tasks.filter(({ record }) => record.fields.doneOn === undefined).length;
};

type ContentProps = {
  readonly tab: Tab;
  readonly page: CasePage;
  readonly onForm: (form: CaseForm) => void;
};

function Content({ tab, page, onForm }: ContentProps) {
  switch (tab) {
    case 'case':
      return <CaseTab page={page} onForm={onForm} />;
    case 'accused':
      return <AccusedTab page={page} onForm={onForm} />;
    case 'orders':
      return <OrdersTab page={page} onForm={onForm} />;
    case 'documents':
      return <DocumentsTab page={page} />;
    case 'tasks':
      return <TasksTab page={page} onForm={onForm} />;
    case 'details':
      return <DetailsTab page={page} />;
    case 'history':
      return <HistoryTab page={page} />;
  }
}

type Props = { readonly id: RecordId; readonly tab?: string | undefined };

/** Everything of one case: proceedings, accused, charges, hearings, what was lost, what runs out. */
export function CaseScreen({ id, tab }: Props) {
  const t = useText();
  const go = useGo();
  const [form, setForm] = useState<CaseForm>();
  const { data: page, error } = useQuery({
    queryKey: ['cases', 'one', { id }],
    queryFn: () => value(rihai.cases.one({ id })),
  });
  if (error !== null) return <CodedError error={error} />;
  if (page === undefined) return <Split>{null}</Split>;
  const close = (): void => {
    setForm(undefined);
  };
  const shown = tabOf(tab);
  const tabs: readonly TabItem<Tab>[] = TABS.map((one) => {
    const count = countOf(page, one);
    return { id: one, label: t(`case.tab.${one}`), ...(count !== undefined && { count }) };
  });
  return (
    <Split end={hasClocks(page) ? <Clocks page={page} /> : undefined}>
      <Sheet>
        <CaseHead page={page} onForm={setForm} />
        <Tabs
          isOnSheet
          label={t('case.tabs')}
          tabs={tabs}
          selected={shown}
          onSelect={(next) => {
            go({ to: 'case', id, tab: next });
          }}
        >
          <Content tab={shown} page={page} onForm={setForm} />
        </Tabs>
      </Sheet>
      <FormPanel title={form?.title} onClose={close} form={form && formOf(form, page, close)} />
    </Split>
  );
}
