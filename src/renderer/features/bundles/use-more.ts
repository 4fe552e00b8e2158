import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

const STEP = 50;
const MOST = 500;

type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

/** A list that is read from its beginning, more of it on wish; beyond 500 by turning pages. */
export function useMore<Row>(
  key: readonly unknown[],
  read: (page: { readonly limit: number; readonly offset: number }) => Promise<Page<Row>>,
) {
  const [limit, setLimit] = useState(STEP);
  const [offset, setOffset] = useState(0);
  const page = { limit, offset };
  const { data, error } = useQuery<Page<Row>>({
    queryKey: [...key, page],
    queryFn: () => read(page),
    placeholderData: keepPreviousData<Page<Row>>,
  });
  const total = data?.total ?? 0;
  const shown = offset + (data?.rows.length ?? 0);
  return {
    ...{ data, error, total, offset },
    /** How many are left to be shown. */
    left: Math.max(0, total - shown),
    more: (): void => {
      if (limit < MOST) setLimit(Math.min(MOST, limit * 4));
      else setOffset(offset + MOST);
    },
    back: (): void => {
      setOffset(Math.max(0, offset - MOST));
    },
  };
}

export type More = Omit<ReturnType<typeof useMore>, 'data' | 'error'>;
