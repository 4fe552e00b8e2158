import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { rihai, value } from '#renderer/app/bridge';
import { orderOf, type Choice } from './choice';
import type { Order } from './model';

/** More files than this are taken all or not at all. */
export const MOST_CHOSEN = 100;

const EVERYTHING: Order = { purpose: 'committee', history: 'full', files: 'all' };

/** What is chosen, and what would leave by it. */
export function useMake(start: Choice) {
  const [choice, setChoice] = useState<Choice>(start);
  const [fileIds, setFileIds] = useState<readonly RecordId[]>([]);
  const order = orderOf(choice, fileIds);
  const { data, error } = useQuery({
    queryKey: ['bundles', 'plan', order],
    queryFn: () => value(rihai.bundles.plan({ order: order ?? EVERYTHING })),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
    // The vault process holds one plan at a time: what is shown is always the last.
    gcTime: 0,
    staleTime: 0,
  });
  const plan = order === undefined ? undefined : data;
  const onFile = async (id: RecordId, label: string, isOn: boolean): Promise<void> => {
    const without = new Map(choice.without);
    if (isOn) without.delete(id);
    else without.set(id, label);
    if (choice.without.size === 0 && plan !== undefined) {
      const page = { seen: plan.seen, limit: MOST_CHOSEN, offset: 0 };
      const { rows } = await value(rihai.bundles.leavingFiles(page));
      setFileIds(rows.map((row) => row.id));
    }
    setChoice({ ...choice, without });
  };
  const onChange = (change: Partial<Choice>): void => {
    setChoice((was) => ({ ...was, ...change }));
  };
  return { choice, plan, error, onFile, onChange };
}
