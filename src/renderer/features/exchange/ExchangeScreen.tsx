import { T, useText } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { Sheet, SheetHead, Split, Tabs } from '#ui';
import { ArrivedScreen } from '../bundles/ArrivedScreen';
import { Bundles } from '../bundles/Bundles';
import { MakeScreen } from '../bundles/MakeScreen';
import { Desks } from '../desks/Desks';
import { Folders } from '../folders/Folders';
import { CarryScreen } from '../travel/CarryScreen';
import { Travel } from '../travel/Travel';

const TABS = ['desks', 'bundles', 'folders', 'travel'] as const;
type Tab = (typeof TABS)[number];

const SHOWN = { desks: Desks, bundles: Bundles, folders: Folders, travel: Travel } as const;

const tabOf = (tab: string | undefined): Tab => TABS.find((known) => known === tab) ?? 'desks';

type Props = {
  readonly tab: string | undefined;
  /** Of a bundle to make again. */
  readonly id: string | undefined;
};

/** Other desks: who they are, and what goes to them and comes from them. */
export function ExchangeScreen({ tab, id }: Props) {
  if (tab === 'make') return <MakeScreen like={id} />;
  if (tab === 'carry') return <CarryScreen />;
  return tab === 'arrived' ? <ArrivedScreen /> : <ExchangeTabs tab={tab} />;
}

function ExchangeTabs({ tab }: Pick<Props, 'tab'>) {
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
