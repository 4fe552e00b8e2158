import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const PAGE = 100;

type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

/** One page of a list, as calls take it. */
export type PageOf = { readonly limit: number; readonly offset: number };

export type Pages<Row> = {
  readonly total: number;
  /** The first page has come: an empty list is empty. */
  readonly isRead: boolean;
  readonly error: Error | null;
  /** Undefined while it is not there yet. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
};

/**
 * Rows of a long list for a VirtualTable: reads the pages that are seen, and the first for the total.
 * @param key group, call and filters of the query; `read` must follow from it.
 */
export function usePages<Row>(
  key: readonly unknown[],
  read: (page: PageOf) => Promise<Page<Row>>,
): Pages<Row> {
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const numbers = [0];
  for (let page = Math.max(1, seen.first); page <= seen.last; page += 1) numbers.push(page);
  const pages = useQueries({
    queries: numbers.map((number) => {
      const page = { limit: PAGE, offset: number * PAGE };
      return {
        queryKey: [...key, page],
        queryFn: () => read(page),
        placeholderData: keepPreviousData<Page<Row>>,
      };
    }),
  });
  const onRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
    setSeen((was) => (was.first === next.first && was.last === next.last ? was : next));
  }, []);
  return {
    total: pages[0]?.data?.total ?? 0,
    isRead: pages[0]?.isSuccess === true,
    error: pages.find((page) => page.error !== null)?.error ?? null,
    rowAt: (index) => {
      const number = numbers.indexOf(Math.floor(index / PAGE));
      return pages[number]?.data?.rows[index % PAGE];
    },
    onRange,
  };
}
