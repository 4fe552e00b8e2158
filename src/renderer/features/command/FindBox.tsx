import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  CalendarDays,
  Contact,
  FileText,
  Keyboard,
  Lock,
  MoveRight,
  NotebookText,
  Scale,
  User,
  type LucideIcon,
} from 'lucide-react';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { RECORD_KINDS } from '#shared/domain/kinds';
import { MOST_SOUGHT } from '#shared/ipc/limits';
import { Name, useDays, useText, type Days, type TextOf } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { useErrorWords } from '#renderer/app/errors';
import { useGo } from '#renderer/app/navigation';
import { useOpenRecord } from '#renderer/app/open-record';
import { PLACE_KEYS } from '#renderer/app/shortcuts';
import { useToday } from '../forms';
import { useLabel, type LabelOf } from '../history/use-label';
import { CommandBox, Kbd, type CommandGroup, type CommandItem } from '#ui';

type Props = {
  readonly onClose: () => void;
  readonly onHelp: () => void;
  readonly onLock: () => void;
};

const ICONS: Readonly<Record<string, LucideIcon>> = {
  person: User,
  case: Scale,
  contact: Contact,
  document: FileText,
  hearing: CalendarDays,
};

/** An incident is shown in no place of its own yet. */
const FOUND = RECORD_KINDS.filter((kind) => kind !== 'incident');
const MOST = 30;
const SNIPPET = 48;

type Doing = CommandItem & { readonly run: () => void };

function useDoings({ onClose, onHelp, onLock }: Props): readonly Doing[] {
  const t = useText();
  const go = useGo();
  const places = PLACE_KEYS.map(({ to, letter }): Doing => ({
    id: `go-${to}`,
    label: t('command.go', { place: t(`place.${to}`) }),
    icon: MoveRight,
    end: <Kbd>{t('keys.go', { letter })}</Kbd>,
    run: () => {
      onClose();
      go({ to });
    },
  }));
  return [
    ...places,
    {
      id: 'do-help',
      label: t('help.title'),
      icon: Keyboard,
      end: <Kbd>{t('keys.help')}</Kbd>,
      run: onHelp,
    },
    {
      id: 'do-lock',
      label: t('ui.lock'),
      icon: Lock,
      end: <Kbd>{t('keys.lock')}</Kbd>,
      run: onLock,
    },
  ];
}

type Found = Awaited<ReturnType<typeof lookFor>>['groups'];

type Hit = Found[number]['hits'][number];

const lookFor = (text: string) => value(rihai.search.query({ text, kinds: FOUND, limit: MOST }));

/** What was found beside the label: the words around it, where the label does not hold them. */
function around(hit: Hit): string {
  if (hit.label.marks.length > 0) return '';
  const { text } = hit.snippet;
  return text.length > SNIPPET ? `${text.slice(0, SNIPPET).trimEnd()}…` : text;
}

/** The case or person it is part of, and its day: many hearings are called alike. */
function whereOf({ of, on }: Hit, days: Days): ReactNode {
  if (of === undefined && on === undefined) return undefined;
  return (
    <>
      {of !== undefined && <Name>{of}</Name>}
      {of !== undefined && on !== undefined && ' · '}
      {on !== undefined && <bdi>{days.words(on)}</bdi>}
    </>
  );
}

type Wording = { readonly t: TextOf; readonly labelOf: LabelOf; readonly days: Days };

const groupsOf = (found: Found, { t, labelOf, days }: Wording): readonly CommandGroup[] =>
  found.map(({ kind, hits }) => ({
    id: kind,
    label: t(`kind.${kind}`),
    items: hits.map((hit) => ({
      id: `${hit.kind} ${hit.id}`,
      label: labelOf(hit.kind, hit.label.text),
      icon: ICONS[hit.kind] ?? NotebookText,
      under: whereOf(hit, days),
      end: <bdi>{around(hit)}</bdi>,
    })),
  }));

/** Ctrl K: finds people, cases, documents and whatever stands in them, and does what the window can do. */
export function FindBox(props: Props) {
  const t = useText();
  const open = useOpenRecord();
  const doings = useDoings(props);
  const labelOf = useLabel();
  const days = useDays(useToday());
  const [query, setQuery] = useState('');
  const text = useDeferredValue(query.trim());
  const isLong = text.length > MOST_SOUGHT;
  const isSought = text !== '' && !isLong;
  const { data, error } = useQuery({
    queryKey: ['search', 'query', { text }],
    queryFn: () => lookFor(text),
    enabled: isSought,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const found = useMemo(
    () => (isSought ? groupsOf(data?.groups ?? [], { t, labelOf, days }) : []),
    [isSought, data, t, labelOf, days],
  );
  const wordsOf = useErrorWords();
  const failed = error === null ? undefined : wordsOf(error);
  const problem = isLong
    ? t('command.long', { most: MOST_SOUGHT })
    : failed && `${failed.what} ${failed.safe} ${failed.next}`;
  const wanted = query.trim().toLocaleLowerCase();
  const fitting = doings.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const onOpen = (id: string): void => {
    const doing = doings.find((one) => one.id === id);
    if (doing !== undefined) {
      doing.run();
      return;
    }
    const [kind = '', record = ''] = id.split(' ');
    props.onClose();
    open(kind, record as RecordId);
  };
  return (
    <CommandBox
      isOpen
      onClose={props.onClose}
      query={query}
      onQuery={setQuery}
      groups={[...found, { id: 'do', label: t('command.do'), items: fitting }]}
      problem={problem}
      onOpen={onOpen}
    />
  );
}
