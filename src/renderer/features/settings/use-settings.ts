import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract } from '#shared/ipc/contract';
import type { InputOf } from '#shared/ipc/entry';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { settingsQuery } from '#renderer/app/queries';

type Change = InputOf<Contract['app']['setSettings']>;

/** The settings of this device, and how to change some; says so where they cannot be kept. */
export function useSettings() {
  const client = useQueryClient();
  const { data } = useQuery(settingsQuery);
  const set = async (change: Change): Promise<void> => {
    const result = await rihai.app.setSettings(change);
    if (result.ok) client.setQueryData(settingsQuery.queryKey, result.value);
    else sayTrouble(new CallError(result.error));
  };
  return { settings: data, set };
}
