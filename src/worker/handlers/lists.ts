import type { RecordId } from '#shared/domain/ids';
import type { RecordKind } from '#shared/domain/kinds';
import { wallTime, type CaseFile, type Today } from '#core/app/index';
import type { Desk, Handlers } from '../desk';

const MINUTE_MS = 60_000;
const PAGE = 50;
const MOST_FOUND = 500;

/** Records of a kind that a text finds, so that a list can be narrowed to them; undefined without a text. */
export function foundBy(
  file: CaseFile,
  text: string | undefined,
  kind: RecordKind,
): readonly RecordId[] | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const found: RecordId[] = [];
  let cursor: string | undefined;
  do {
    const page = file.search(text, {
      kinds: [kind],
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.groups.flatMap(({ hits }) => hits.map(({ id }) => id)));
    cursor = page.next;
  } while (cursor !== undefined && found.length < MOST_FOUND);
  return [...new Set(found)];
}

/** The same with wall times in place of minutes. */
function shownToday(read: Today, zone: string) {
  const wall = (minutes: number | undefined) =>
    minutes === undefined ? undefined : wallTime(minutes, zone);
  const since = <P extends { readonly since: number | undefined }>(list: {
    readonly total: number;
    readonly first: readonly P[];
  }) => ({ ...list, first: list.first.map((one) => ({ ...one, since: wall(one.since) })) });
  const due = (clock: Today['clocksNext'][number]) => ({
    ...clock,
    due: wallTime(clock.due, zone),
    latest: wall(clock.latest),
    dueMs: clock.due * MINUTE_MS,
  });
  return {
    ...read,
    clocksNext: read.clocksNext.map(due),
    clocksPast: { ...read.clocksPast, first: read.clocksPast.first.map(due) },
    insideWithoutBasis: since(read.insideWithoutBasis),
    stalledReleases: since(read.stalledReleases),
    unconfirmed: since(read.unconfirmed),
  };
}

export function todayHandlers(desk: Desk): Handlers<'today'> {
  return {
    read: ({ on }) => {
      const file = desk.file();
      return shownToday(file.todayOf(on), file.packs.fallback().pack.zone);
    },
  };
}

/** One page of a list that is held whole. */
export const cut = <Row>(
  all: readonly Row[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
) => ({ total: all.length, rows: all.slice(offset, offset + limit) });

/** Leaves out what is undefined, as optional keys of the core want it. */
export function given<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function detaineeHandlers(desk: Desk): Handlers<'detainees'> {
  return {
    list: ({ text, limit, offset, ...rest }) => {
      const file = desk.file();
      const among = foundBy(file, text, 'person');
      return file.detainees({ limit, offset, ...given({ ...rest, among }) });
    },
    facets: () => desk.file().detaineeFacets(),
  };
}

export function peopleHandlers(desk: Desk): Handlers<'people'> {
  return {
    list: ({ text, role, limit, offset }) => {
      const file = desk.file();
      const among = foundBy(file, text, 'contact');
      const all = among?.flatMap((id) => file.records.getOf('contact', id) ?? []);
      const rows = (all ?? file.records.all('contact'))
        .filter(({ isTrashed }) => !isTrashed)
        .filter(
          ({ fields }) =>
            role === undefined || (fields.roles ?? []).some((one) => one.value === role),
        )
        .toSorted((a, b) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    facets: () => {
      const counts = new Map<string, number>();
      const held = desk.file().records.all('contact');
      for (const { isTrashed, fields } of held) {
        if (isTrashed) continue;
        const roles = new Set((fields.roles ?? []).map(({ value }) => value));
        for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
      }
      return { roles: [...counts].map(([value, count]) => ({ value, count })) };
    },
  };
}

export function searchHandlers(desk: Desk): Handlers<'search'> {
  return {
    query: ({ text, ...options }) => desk.file().search(text, given(options)),
  };
}
