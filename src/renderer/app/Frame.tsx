import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import {
  ArrowLeftRight,
  Contact,
  FileText,
  GitCompare,
  PenLine,
  Scale,
  Sun,
  Trash2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { AppFrame, Sidebar, type Place } from '#ui';
import { T, useDays, useText, type MessageKey } from '#i18n';
import { DamageStrip } from '../features/damage/DamageStrip';
import { FindBox } from '../features/command/FindBox';
import { HelpSheet } from '../features/help/HelpSheet';
import { rihai } from './bridge';
import { useUndo } from './commands';
import { Foot } from './Foot';
import { hrefOf, useBack, useGo, type PlaceId } from './navigation';
import { conflictsQuery, vaultQuery } from './queries';
import { useShortcuts } from './shortcuts';

type Spot = {
  readonly to: PlaceId;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  /** Kind whose records are counted beside it. */
  readonly kind?: string;
};

const SPOTS: readonly Spot[] = [
  { to: 'today', label: 'place.today', icon: Sun },
  { to: 'detainees', label: 'place.detainees', icon: Users, kind: 'person' },
  { to: 'cases', label: 'place.cases', icon: Scale, kind: 'case' },
  { to: 'documents', label: 'place.documents', icon: FileText, kind: 'document' },
  { to: 'people', label: 'place.people', icon: Contact, kind: 'contact' },
  { to: 'write', label: 'place.write', icon: PenLine },
  { to: 'exchange', label: 'place.exchange', icon: ArrowLeftRight },
  { to: 'conflicts', label: 'place.conflicts', icon: GitCompare },
  { to: 'trash', label: 'place.trash', icon: Trash2 },
];

/** The tab of the sidebar that a file belongs to. */
const UNDER: Readonly<Record<string, PlaceId>> = {
  detainee: 'detainees',
  case: 'cases',
  outcome: 'today',
};

type Places = {
  readonly desk: string;
  readonly sampleDay: string | undefined;
  readonly isDamaged: boolean;
  readonly places: readonly Place[];
};

function usePlaces(): Places {
  const t = useText();
  const { data } = useQuery(vaultQuery);
  const { data: conflicts } = useQuery(conflictsQuery);
  const held = new Map(
    data?.records.map(({ kind, records, trashed }) => [kind, records - trashed]),
  );
  const thrown = data?.records.reduce((sum, { trashed }) => sum + trashed, 0);
  const binned = thrown === 0 ? undefined : thrown;
  const countOf = ({ to, kind }: Spot): number | undefined =>
    to === 'trash'
      ? binned
      : to === 'conflicts'
        ? conflicts?.length
        : kind === undefined
          ? undefined
          : held.get(kind);
  // Rare, and a place of its own only where there are any.
  const isShown = ({ to }: Spot): boolean => to !== 'conflicts' || (conflicts?.length ?? 0) > 0;
  return {
    desk: data?.hand ?? '',
    sampleDay: data?.sampleDay,
    isDamaged: data?.damage !== undefined,
    places: SPOTS.filter(isShown).map((spot) => ({
      id: spot.to,
      label: t(spot.label),
      icon: spot.icon,
      href: hrefOf(spot),
      count: countOf(spot),
    })),
  };
}

/** Whoever looks over one's shoulder must see that these people are invented, and why today is not today. */
function SampleStrip({ day }: { readonly day: string }) {
  const days = useDays('');
  return <T id="frame.sample" values={{ day: days.words(day) }} />;
}

/** From the sidebar or from nowhere, keys go on in the place that was gone to. */
function focusSheet(): void {
  const active = document.activeElement;
  const isAway = active === null || active === document.body || active.closest('nav') !== null;
  if (isAway) document.querySelector('main')?.focus();
}

type Open = 'find' | 'help' | undefined;

/** The window of an open vault: places at the start, one of them on the sheet, what was saved at the foot. */
export function Frame() {
  const go = useGo();
  const back = useBack();
  const at = useRouterState({ select: ({ location }) => location.pathname.slice(1) });
  const { desk, sampleDay, isDamaged, places } = usePlaces();
  const undo = useUndo();
  const [open, setOpen] = useState<Open>();
  const close = (): void => {
    setOpen(undefined);
  };
  const show = (which: Open) => () => {
    setOpen(which);
  };
  useShortcuts({
    go: (to) => {
      close();
      go({ to });
    },
    find: show('find'),
    help: show('help'),
    back,
    undo: () => {
      void undo();
    },
  });
  useEffect(focusSheet, [at]);
  const lock = (): void => {
    void rihai.app.lock();
  };
  return (
    <AppFrame
      notices={<Foot />}
      alarm={isDamaged ? <DamageStrip /> : undefined}
      strip={sampleDay === undefined ? undefined : <SampleStrip day={sampleDay} />}
      sidebar={
        <Sidebar
          desk={desk}
          places={places}
          views={[]}
          settings={{ id: 'settings', href: hrefOf({ to: 'settings' }) }}
          current={UNDER[at] ?? at}
          onGo={({ id }) => {
            go({ to: id as PlaceId });
          }}
          onFind={show('find')}
          onLock={lock}
        />
      }
    >
      <Outlet />
      {open === 'find' && <FindBox onClose={close} onHelp={show('help')} onLock={lock} />}
      <HelpSheet isOpen={open === 'help'} onClose={close} />
    </AppFrame>
  );
}
