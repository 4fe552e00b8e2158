import { useNavigate, useRouter, useSearch, type RouterHistory } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Every place of the window. */
export const PLACES = [
  'today',
  'detainees',
  'detainee',
  'cases',
  'case',
  'outcome',
  'documents',
  'people',
  'write',
  'exchange',
  'conflicts',
  'settings',
  'trash',
] as const;

export type PlaceId = (typeof PLACES)[number];

/** Where to go: `id` of a record, `tab` within its file, `day` (`YYYY-MM-DD`) of outcomes. */
export type Destination = {
  readonly to: PlaceId;
  readonly id?: string | undefined;
  readonly tab?: string | undefined;
  readonly day?: string | undefined;
};

/** What an address carries besides its place. */
export type Whereabouts = Omit<Destination, 'to'>;

const WHEREABOUTS = ['id', 'tab', 'day'] as const;

/** Keeps of an address only what places know. */
export function whereaboutsOf(search: Readonly<Record<string, unknown>>): Whereabouts {
  const known = WHEREABOUTS.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Goes to a place, without loading a page: `go({ to: 'detainee', id })`. */
export function useGo(): (destination: Destination) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ to, ...where }) => {
      void navigate({ to: `/${to}`, search: whereaboutsOf(where) } as never);
    },
    [navigate],
  );
}

/** Goes back to the place before. */
export function useBack(): () => void {
  const { history } = useRouter() as { readonly history: RouterHistory };
  return useCallback(() => {
    history.back();
  }, [history]);
}

/** What the present address names. */
export function useWhereabouts(): Whereabouts {
  return whereaboutsOf(useSearch({ strict: false }));
}

/** For links: where a middle click or a screen reader says it leads. The window follows it by `useGo`. */
export function hrefOf({ to, ...where }: Destination): string {
  const query = new URLSearchParams(whereaboutsOf(where)).toString();
  return `#/${to}${query === '' ? '' : `?${query}`}`;
}

const OF_KIND: Readonly<Record<string, PlaceId>> = {
  person: 'detainee',
  case: 'case',
  contact: 'people',
  document: 'documents',
};

/** The place that shows a record of this kind by itself; none for parts of a file. */
export function placeOf(kind: string, id: string): Destination | undefined {
  const to = OF_KIND[kind];
  return to === undefined ? undefined : { to, id };
}
