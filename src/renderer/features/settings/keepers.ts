import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';

export type Keeper = OutputOf<Contract['keepers']['list']>['members'][number];

export const MOST_KEEPERS = 8;

export const keepersQuery = {
  queryKey: ['keepers', 'list'],
  queryFn: () => value(rihai.keepers.list()),
};
