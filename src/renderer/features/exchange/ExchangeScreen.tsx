import { T, useText } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { Sheet, SheetHead, Split, Tabs } from '#ui';
import { Bundles } from '../bundles/Bundles';
import { Desks } from '../desks/Desks';

const TABS = ['desks', 'bundles'] as const;
type Tab = (typeof TABS)[number];

const SHOWN = { desks: Desks, bundles: Bundles } as const;

const tabOf = (tab: string | undefined): Tab => TABS.find((known) => known === tab) ?? 'desks';

/** Other desks: who they are, and what goes to them and comes from them. */
export function ExchangeScreen({ tab }: { readonly tab: string | undefined }) {
  const t = useText();
  const go = useGo();
  const shown = tabOf(tab);
  const Shown = SHOWN[shown];
  return (
    <Split>
      <Sheet>
        <SheetHead title={<T id="place.exchange" />} note={<T id="exchange.note" />} />
        <Tabs
          isOnSheet
          label={t('exchange.tabs')}
          tabs={TABS.map((id) => ({ id, label: t(`exchange.tab.${id}`) }))}
          selected={shown}
          onSelect={(next) => {
            go({ to: 'exchange', tab: next });
          }}
        >
          <Shown />
        </Tabs>
      </Sheet>
    </Split>
  );
}
